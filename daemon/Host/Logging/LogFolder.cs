namespace PdnColorize.Host.Logging;

/// <summary>Where log files go.</summary>
internal static class LogFolder
{
    /// <summary>The user's own: %LOCALAPPDATA%\PdnColorize\logs, ~/.local/share/PdnColorize/logs.</summary>
    public static string Default { get; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "PdnColorize", "logs");
}
