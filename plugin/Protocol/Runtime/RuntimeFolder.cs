using System.Globalization;
using System.Runtime.Versioning;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Protocol.Runtime;

/// <summary>
/// The user's own folder for what lives only as long as its processes: locks, and on Linux the pipe's socket and pixels. Nobody else can put anything there, so
/// nobody else can pose as the daemon. On Windows it is below %LOCALAPPDATA%; on Linux below XDG_RUNTIME_DIR, or in the folder for temporary files.
/// </summary>
public static class RuntimeFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>A Unix socket's path has at most 107 bytes; a file name of ours takes up to 48 of them.</summary>
    private const int LongestFolder = 107 - 48;

    /// <summary>The folder's path, created if missing, checked each time.</summary>
    /// <exception cref="DaemonException">UnsafeFolder: it belongs to somebody else, others may look into it, or it cannot be created.</exception>
    public static string Open() => OperatingSystem.IsWindows() ? Create(WindowsPath()) : OpenOrCreate(UnixPath());

    /// <summary>Creates a folder for this user alone, or checks that it is one.</summary>
    /// <exception cref="DaemonException">UnsafeFolder.</exception>
    [UnsupportedOSPlatform("windows")]
    internal static string OpenOrCreate(string path)
    {
        try
        {
            Directory.CreateDirectory(path, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unsafe(path, e);
        }

        return UnixFileFacts.Of(path) is { IsFolder: true, IsOursAlone: true } ? path : throw Unsafe(path, null);
    }

    private static string Create(string path)
    {
        try
        {
            // The profile's access list, which lets in nobody but the user and the system, is inherited.
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unsafe(path, e);
        }
    }

    private static string WindowsPath() =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "PdnColorize", "run");

    [UnsupportedOSPlatform("windows")]
    private static string UnixPath()
    {
        // The XDG specification: the folder must be the user's own with mode 0700, and a program looks elsewhere when it is not.
        if (Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } session
            && Path.IsPathRooted(session)
            && UnixFileFacts.Of(session) is { IsFolder: true, IsOursAlone: true }
            && Path.Combine(session, "pdncolorize") is var inSession && IsShort(inSession))
            return inSession;

        string name = string.Create(CultureInfo.InvariantCulture, $"pdncolorize-{UnixUser.Id}");
        string temporary = Path.Combine(Path.GetTempPath(), name);
        return IsShort(temporary) ? temporary : Path.Combine("/tmp", name);
    }

    private static bool IsShort(string path) => System.Text.Encoding.UTF8.GetByteCount(path) <= LongestFolder;

    private static DaemonException Unsafe(string path, Exception? cause) => new(DaemonErrorCode.UnsafeFolder, cause, ("folder", path));
}
