using System.Runtime.Versioning;

namespace PdnColorize.Protocol.Pixels;

/// <summary>Closes files of pixels. The last one to close a removed file waits for the kernel to free it page by page: 4096 x 4096 take about 10 ms, which no caller need wait for.</summary>
[UnsupportedOSPlatform("windows")]
internal static class FileClosing
{
    /// <summary>Below this, a thread costs more than it gains.</summary>
    private const long LeastBytes = 4 * 1024 * 1024;

    private static readonly Lock Gate = new();

    private static Task _last = Task.CompletedTask;

    /// <summary>Closes a file: a large one in the background. Should the process end first, the kernel does it.</summary>
    /// <param name="file">Not to be used afterwards.</param>
    /// <param name="length">Its size in bytes.</param>
    public static void Close(FileStream file, long length)
    {
        if (length < LeastBytes)
        {
            file.Dispose();
            return;
        }

        lock (Gate) _last = _last.ContinueWith(_ => Dispose(file), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    private static void Dispose(FileStream file)
    {
        try
        {
            file.Dispose();
        }
        catch (Exception)
        {
            // Nobody can do anything about it; the files after it, and who waits for them, must not suffer.
        }
    }

    /// <summary>Waits until the files are closed that were given so far: their room is free then.</summary>
    public static void Wait()
    {
        Task last;
        lock (Gate) last = _last;
        last.Wait();
    }
}
