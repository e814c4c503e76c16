using ImageMagick;

namespace PdnColorize.Colorization.Pictures.Codecs;

/// <summary>ImageMagick, held to what this program needs of it: six file formats, pixels in memory.</summary>
internal static class PictureLibrary
{
    /// <summary>Bytes that all pictures being decoded and encoded may take at a time: the largest picture four times, as it exists twice while it is turned upright.</summary>
    private const ulong MaxMemory = 4UL * PictureLimits.MaxSide * PictureLimits.MaxSide * Picture.BytesPerPixel;

    private static readonly Lazy<string> Loaded = new(Load);

    /// <summary>Loads the library at the first call, before anything else of it is used, and gives its version.</summary>
    /// <exception cref="DllNotFoundException">The native library is missing, or the file that says what it may do.</exception>
    public static string Version => Loaded.Value;

    private static string Load()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "imagemagick");
        MagickNET.SetEnvironmentVariable("MAGICK_CONFIGURE_PATH", folder);
        // Without the file ImageMagick would do everything that it can; the limit is one of those that the file sets.
        if (ResourceLimits.Disk != 0)
            throw new DllNotFoundException($"ImageMagick did not read its limits from '{Path.Combine(folder, "policy.xml")}'.");

        ResourceLimits.Width = PictureLimits.MaxSide;
        ResourceLimits.Height = PictureLimits.MaxSide;
        ResourceLimits.Area = (ulong)PictureLimits.MaxSide * PictureLimits.MaxSide;
        ResourceLimits.Memory = MaxMemory;
        // "ImageMagick 7.1.2-35 Q8 x86_64 5d1bcc55f:20261031 https://imagemagick.org"
        return MagickNET.ImageMagickVersion.Split(' ')[1];
    }
}
