namespace PdnColorize.Host;

/// <summary>The user's own folder for models, settings and logs.</summary>
internal static class UserFolder
{
    /// <summary>
    /// %LOCALAPPDATA%\PdnColorize, or PdnColorize in $XDG_DATA_HOME or ~/.local/share. Also where that does not exist yet: .NET's default is an empty text then, which would
    /// mean the current folder.
    /// </summary>
    public static string Path { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "PdnColorize");
}
