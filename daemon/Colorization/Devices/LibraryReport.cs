using PdnColorize.Colorization.Pictures.Codecs;
using TorchSharp;

namespace PdnColorize.Colorization.Devices;

/// <summary>Whether a native library is there, and what it can do.</summary>
/// <param name="Version">Its version; empty when it is missing.</param>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
/// <param name="CudaDevices">Number of GPUs it can use.</param>
/// <param name="HasSlowBlas">On Linux: it computes with the reference BLAS, which was measured ten times slower than OpenBLAS.</param>
public sealed record LibraryReport(string Version, string? Problem = null, int CudaDevices = 0, bool HasSlowBlas = false)
{
    /// <summary>Loads libtorch and asks it.</summary>
    public static LibraryReport OfTorch() => Try(() =>
    {
        int devices = torch.cuda.is_available() ? torch.cuda.device_count() : 0;
        return new LibraryReport(torch.__version__, CudaDevices: devices, HasSlowBlas: UsesReferenceBlas());
    });

    /// <summary>Loads ImageMagick, which reads and writes picture files, and asks it.</summary>
    public static LibraryReport OfImageMagick() => Try(() => new LibraryReport(PictureLibrary.Version));

    private static LibraryReport Try(Func<LibraryReport> load)
    {
        try
        {
            return load();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            return new LibraryReport("", (e.InnerException ?? e).Message);
        }
    }

    /// <summary>The libraries that this process has mapped tell which BLAS libtorch found.</summary>
    private static bool UsesReferenceBlas()
    {
        const string Maps = "/proc/self/maps";
        if (!File.Exists(Maps)) return false;
        string[] mapped = File.ReadAllLines(Maps);
        return mapped.Any(line => line.Contains("/libblas.so", StringComparison.Ordinal) && !line.Contains("openblas", StringComparison.Ordinal))
            && !mapped.Any(line => line.Contains("openblas", StringComparison.Ordinal));
    }
}
