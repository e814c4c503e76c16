using System.Globalization;
using System.Runtime.Versioning;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Protocol.Pixels;

/// <summary>Where files of pixels lie on Linux: in memory if it has room, else in the runtime folder. Both sides look in both.</summary>
[UnsupportedOSPlatform("windows")]
internal static class PixelFolders
{
    private const string SharedMemory = "/dev/shm";

    /// <summary>Drawing, hints and result. A block takes no room before it is written to, and the result is written last, when it is too late to look elsewhere.</summary>
    private const int BlocksOfAJob = 3;

    /// <summary>Room to leave in /dev/shm: it is main memory, others use it too, and containers often have no more than 64 MiB of it.</summary>
    private const long Reserve = 16L * 1024 * 1024;

    /// <summary>The folder for a new block.</summary>
    /// <exception cref="DaemonException">NoPixelMemory, UnsafeFolder.</exception>
    public static string ForNew(long length)
    {
        if (Directory.Exists(SharedMemory) && HasRoomSoon(SharedMemory, BlocksOfAJob * length + Reserve)) return RuntimeFolder.OpenOrCreate(InMemory);
        string folder = RuntimeFolder.Open();
        return HasRoomSoon(folder, length) ? folder : throw PixelErrors.NoMemory(null);
    }

    /// <summary>The folders that exist.</summary>
    /// <exception cref="DaemonException">UnsafeFolder.</exception>
    public static IEnumerable<string> All()
    {
        if (Directory.Exists(InMemory)) yield return RuntimeFolder.OpenOrCreate(InMemory);
        yield return RuntimeFolder.Open();
    }

    private static string InMemory => Path.Combine(SharedMemory, string.Create(CultureInfo.InvariantCulture, $"pdncolorize-{UnixUser.Id}"));

    /// <summary>Whether there is room, at the latest when the last job's files are closed.</summary>
    private static bool HasRoomSoon(string folder, long bytes)
    {
        if (HasRoom(folder, bytes)) return true;
        FileClosing.Wait();
        return HasRoom(folder, bytes);
    }

    private static bool HasRoom(string folder, long bytes)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace >= bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
