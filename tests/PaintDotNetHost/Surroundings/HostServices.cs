using PaintDotNet.AppModel;

namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>The services that plugins can ask for by the interfaces of plugin/PaintDotNet, and no others.</summary>
internal sealed class HostServices(IUISynchronizationContext ui) : IServiceProvider, IAppInfoService, IFileSystemService, IUserFilesService
{
    /// <summary>5.1.9, in the way in which Paint.NET counts.</summary>
    public Version AppVersion { get; } = new(5, 109, 9442, 0);

    public string InstallDirectory => AppContext.BaseDirectory;

    public AppInstallType InstallType => AppInstallType.Portable;

    public string PerUserAppFilesPath => Path.Combine(Path.GetTempPath(), "paint.net App Files");

    public string? UserFilesPath => PerUserAppFilesPath;

    public object? GetService(Type serviceType) =>
        serviceType == typeof(IUISynchronizationContext) ? ui : serviceType.IsInterface && serviceType.Assembly == typeof(IAppInfoService).Assembly && serviceType.IsInstanceOfType(this) ? this : null;

    public IEnumerable<PluginDirectoryInfo> GetPluginDirectoryInfos() => [new PluginDirectoryInfo(Path.Combine(InstallDirectory, "Effects"), PluginType.Effect)];

    public IEnumerable<string> GetPluginDirectoryRoots() => [InstallDirectory];

    public string? TryGetUserFilesPath() => UserFilesPath;
}
