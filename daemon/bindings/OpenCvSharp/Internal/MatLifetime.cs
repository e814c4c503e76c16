namespace OpenCvSharp.Internal;

/// <summary>Counts the native Mats that managed code owns, so that tests can assert that none is left behind.</summary>
internal static class MatLifetime
{
    private static long _liveCount;

    /// <summary>Mats made and not yet deleted, over all threads.</summary>
    internal static long LiveCount => Interlocked.Read(ref _liveCount);

    internal static void Created() => Interlocked.Increment(ref _liveCount);

    internal static void Deleted() => Interlocked.Decrement(ref _liveCount);
}
