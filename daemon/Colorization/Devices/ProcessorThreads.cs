using static TorchSharp.torch;

namespace PdnColorize.Colorization.Devices;

/// <summary>Makes the networks use all cores of the processor.</summary>
public static class ProcessorThreads
{
    /// <summary>
    /// Lets libtorch use every core. Debian's build starts with one thread, whatever the machine has, which makes it as many times slower. A number that the user
    /// chose by OMP_NUM_THREADS stays.
    /// </summary>
    public static void UseAll()
    {
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is { Length: > 0 }) return;
        if (get_num_threads() == 1 && Environment.ProcessorCount > 1) set_num_threads(Environment.ProcessorCount);
    }
}
