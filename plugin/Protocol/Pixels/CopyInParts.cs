using System.Runtime.ExceptionServices;

namespace PdnColorize.Protocol.Pixels;

/// <summary>Copies large blocks on several cores: the kernel copies, or hands out, page by page, which one core does at a fraction of the memory's speed.</summary>
internal static class CopyInParts
{
    /// <summary>Below twice this, threads cost more than they gain.</summary>
    private const int PartBytes = 4 * 1024 * 1024;

    /// <summary>Leaves the other cores to those who compute.</summary>
    private static readonly ParallelOptions Threads = new() { MaxDegreeOfParallelism = 4 };

    /// <summary>Copies all parts.</summary>
    /// <param name="length">Bytes in all.</param>
    /// <param name="copy">Copies one part: its first byte and its length.</param>
    public static void Run(int length, Action<int, int> copy)
    {
        if (length < 2 * PartBytes)
        {
            copy(0, length);
            return;
        }

        try
        {
            int parts = (length - 1) / PartBytes + 1;
            Parallel.For(0, parts, Threads, part => copy(part * PartBytes, Math.Min(PartBytes, length - part * PartBytes)));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
