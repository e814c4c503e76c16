namespace PaintDotNet.AppModel;

/// <summary>Where the application has its files.</summary>
public interface IFileSystemService : IInternalImpl
{
    string PerUserAppFilesPath { get; }

    IEnumerable<PluginDirectoryInfo> GetPluginDirectoryInfos();

    IEnumerable<string> GetPluginDirectoryRoots();
}
