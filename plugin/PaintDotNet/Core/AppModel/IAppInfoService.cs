namespace PaintDotNet.AppModel;

/// <summary>What the application is.</summary>
public interface IAppInfoService : IInternalImpl
{
    Version AppVersion { get; }

    string InstallDirectory { get; }

    AppInstallType InstallType { get; }
}
