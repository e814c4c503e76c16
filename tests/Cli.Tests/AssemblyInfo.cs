using System.Runtime.CompilerServices;

// The console is one for the whole process, and so is libtorch's random generator.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace PdnColorize.Trainer.Tests;

internal static class OneThread
{
    /// <summary>Networks of two channels gain nothing from several threads, and lose much where other tests run beside them.</summary>
    [ModuleInitializer]
    internal static void Choose() => Environment.SetEnvironmentVariable("OMP_NUM_THREADS", "1");
}
