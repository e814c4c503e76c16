namespace PdnColorize.Protocol.Runtime;

/// <summary>One spelling for a folder, so that the daemon and its callers mean the same installation.</summary>
internal static class InstallationFolder
{
    /// <summary>The full path, links followed, without a separator at its end; on Windows in upper case.</summary>
    public static string Normalize(string folder)
    {
        string real = Path.TrimEndingDirectorySeparator(RealPath.Of(folder));
        return OperatingSystem.IsWindows() ? real.ToUpperInvariant() : real;
    }
}
