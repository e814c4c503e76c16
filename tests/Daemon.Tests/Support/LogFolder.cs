namespace PdnColorize.DaemonTests.Support;

/// <summary>A temporary folder for a daemon's log, which can be read while the daemon writes.</summary>
internal sealed class LogFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pdncolorize-logs-");

    public string Path => _folder.FullName;

    /// <summary>All that was logged.</summary>
    public string Text => string.Concat(_folder.GetFiles().Select(file => ReadShared(file.FullName)));

    public void Dispose() => _folder.Delete(recursive: true);

    private static string ReadShared(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using StreamReader reader = new(file);
        return reader.ReadToEnd();
    }
}
