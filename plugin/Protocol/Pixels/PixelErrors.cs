using PdnColorize.Protocol.Errors;

namespace PdnColorize.Protocol.Pixels;

/// <summary>What goes wrong with shared memory.</summary>
internal static class PixelErrors
{
    public static DaemonException Unavailable(string reason, Exception? cause = null) => new(DaemonErrorCode.PixelsUnavailable, cause, ("reason", reason));

    public static DaemonException NoMemory(Exception? cause) => new(DaemonErrorCode.NoPixelMemory, cause);

    /// <summary>Refuses a range that is not within a block.</summary>
    public static void CheckRange(long offset, int count, long length)
    {
        if (offset < 0 || offset > length || count > length - offset) throw Unavailable("there are fewer bytes than claimed");
    }
}
