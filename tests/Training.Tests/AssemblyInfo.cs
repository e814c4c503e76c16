using System.Runtime.CompilerServices;

// libtorch's random generator is one for the whole process.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace PdnColorize.Training.Tests;

internal static class OneThread
{
    /// <summary>Networks of two channels gain nothing from several threads, and lose much where other tests run beside them.</summary>
    [ModuleInitializer]
    internal static void Choose() => Environment.SetEnvironmentVariable("OMP_NUM_THREADS", "1");
}
