using PdnColorize.Colorization.Pictures.Codecs;
using TorchSharp;

namespace PdnColorize.Colorization.Devices;

/// <summary>Whether a native library is there, and what it can do.</summary>
/// <param name="Version">Its version; empty when it is missing.</param>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
/// <param name="CudaDevices">Number of GPUs it can use.</param>
public sealed record LibraryReport(string Version, string? Problem = null, int CudaDevices = 0)
{
    /// <summary>Loads libtorch and asks it.</summary>
    public static LibraryReport OfTorch() => Try(() =>
    {
        TorchLibrary.Load();
        int devices = torch.cuda.is_available() ? torch.cuda.device_count() : 0;
        return new LibraryReport(torch.__version__, CudaDevices: devices);
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
            return new LibraryReport("", (e is TypeInitializationException { InnerException: { } inner } ? inner : e).Message);
        }
    }
}
