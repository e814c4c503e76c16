using PdnColorize.Protocol.Errors;

namespace PdnColorize.Client.Starting;

/// <summary>Finds the daemon's executable.</summary>
public static class DaemonLocator
{
    /// <summary>Environment variable that names the executable: for development, and for installations in unusual places.</summary>
    public const string PathVariable = "PDNCOLORIZE_DAEMON";

    private static string FileName => OperatingSystem.IsWindows() ? "pdncolorize.exe" : "pdncolorize";

    /// <summary>
    /// The executable: the one asked for; else the one that <see cref="PathVariable"/> names; else the first of: beside this program, in a folder 'daemon' beside it or
    /// beside its folder, where the installer puts it for one user, where it puts it for all.
    /// </summary>
    /// <param name="wanted">A path that the caller insists on; null to look for it.</param>
    /// <exception cref="DaemonException">DaemonNotFound.</exception>
    public static string Find(string? wanted)
    {
        if (wanted is null && Environment.GetEnvironmentVariable(PathVariable) is { Length: > 0 } named) wanted = named;
        IEnumerable<string> candidates = wanted is not null ? [wanted] : Candidates();
        return candidates.FirstOrDefault(File.Exists) is { } found ? Path.GetFullPath(found) : throw new DaemonException(DaemonErrorCode.DaemonNotFound);
    }

    private static IEnumerable<string> Candidates()
    {
        // In Paint.NET the program's own folder is Paint.NET's: what counts is where this library lies.
        string here = typeof(DaemonLocator).Assembly.Location is { Length: > 0 } location ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
        string[] folders =
        [
            here,
            Path.Combine(here, "daemon"),
            Path.Combine(here, "..", "daemon"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Programs", "PdnColorize", "daemon"),
            Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PdnColorize", "daemon"),
        ];
        // A folder that the system does not have is an empty text, which would mean the current folder: anybody's.
        return folders.Where(Path.IsPathFullyQualified).Select(folder => Path.Combine(folder, FileName));
    }
}
