using System.Globalization;
using System.Text;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Effect.Messages;

/// <summary>
/// The effect's log file, beside the daemon's: what went wrong, for whoever is sent it. Of the user's pictures it says nothing, neither names nor pixels. Trouble with the disk is swallowed: a log must never be why
/// an effect fails.
/// </summary>
/// <param name="folder">Made if it does not exist.</param>
/// <param name="maxBytes">Size from which the file is put away, to effect.1.log, in the place of the one before.</param>
internal sealed class EffectLog(string folder, long maxBytes)
{
    private const long DefaultBytes = 256 * 1024;

    /// <summary>Longest entry in characters: a stack of calls, and what a daemon said that did not start.</summary>
    private const int LongestEntry = 32 * 1024;

    private static readonly string Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    private static readonly Lock Gate = new();

    /// <summary>The one in the user's folder for logs.</summary>
    public static EffectLog Shared => new(UserFolder.Logs, DefaultBytes);

    /// <summary>Makes the folder, so that it can be opened from the dialog. Never throws.</summary>
    public void CreateFolder() => Attempt(() =>
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    });

    /// <summary>Adds an error. Never throws.</summary>
    public void Add(Exception exception) => Attempt(() =>
    {
        CreateFolder();
        string path = Path.Combine(folder, "effect.log");
        lock (Gate)
        {
            if (File.Exists(path) && new FileInfo(path).Length >= maxBytes) File.Move(path, Path.Combine(folder, "effect.1.log"), overwrite: true);
            FileStreamOptions options = new() { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using FileStream file = new(path, options);
            file.Write(Encoding.UTF8.GetBytes(EntryOf(exception)));
        }
    });

    private static string EntryOf(Exception exception)
    {
        string what = exception.ToString();
        if (what.Length > LongestEntry) what = what[..LongestEntry] + " ...";
        // The user's own folder has the user's name.
        if (Home.Length > 1) what = what.Replace(Home, "~", StringComparison.OrdinalIgnoreCase);
        string time = DateTimeOffset.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return $"{time} Auto Colorize {typeof(EffectLog).Assembly.GetName().Version}, {Environment.OSVersion}, .NET {Environment.Version}{Environment.NewLine}{what}{Environment.NewLine}";
    }

    private static void Attempt(Action work)
    {
        try
        {
            work();
        }
#pragma warning disable CA1031 // There is nobody left to tell.
        catch
#pragma warning restore CA1031
        {
            // Without a log, then.
        }
    }
}
