using OpenCvSharp.Internal;

namespace OpenCvSharp.Tests;

internal static class LiveMats
{
    /// <summary>The number of live Mats, once those that other tests dropped undisposed are finalized.</summary>
    public static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return MatLifetime.LiveCount;
    }
}
