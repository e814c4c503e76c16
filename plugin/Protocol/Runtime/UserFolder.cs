namespace PdnColorize.Protocol.Runtime;

/// <summary>The user's own folder for models, settings and logs. None of the folders needs to exist.</summary>
public static class UserFolder
{
    /// <summary>Environment variable with another folder for the logs; the daemon's option LogFolder.</summary>
    public const string LogsVariable = "PDNCOLORIZE_LOGFOLDER";

    /// <summary>
    /// %LOCALAPPDATA%\PdnColorize, or PdnColorize in $XDG_DATA_HOME or ~/.local/share. Also where that does not exist yet: .NET's default is an empty text then, which would
    /// mean the current folder.
    /// </summary>
    public static string Root { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "PdnColorize");

    /// <summary>The user's own models, which come before those beside the daemon.</summary>
    public static string Models => Path.Combine(Root, "models");

    /// <summary>Where logs go, unless the daemon's settings file names another folder.</summary>
    public static string Logs =>
        Environment.GetEnvironmentVariable(LogsVariable) is { Length: > 0 } named && Path.IsPathFullyQualified(named) ? named : Path.Combine(Root, "logs");
}
