namespace PdnColorize.Colorization.Pictures;

/// <summary>
/// A picture in memory: 8 bits a channel, blue, green, red, alpha (straight, not premultiplied), rows from the top, no padding between rows.
/// </summary>
public sealed class Picture
{
    /// <summary>Bytes a pixel takes.</summary>
    public const int BytesPerPixel = 4;

    /// <summary>Creates a fully transparent picture.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1 or above <see cref="PictureLimits.MaxSide"/>.</exception>
    public Picture(int width, int height)
        : this(width, height, Allocate(width, height))
    {
    }

    /// <summary>Wraps pixels without copying them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A side is below 1 or above <see cref="PictureLimits.MaxSide"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="pixels"/> does not hold exactly width x height x 4 bytes.</exception>
    public Picture(int width, int height, byte[] pixels)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        CheckSides(width, height);
        if (pixels.LongLength != (long)width * height * BytesPerPixel)
            throw new ArgumentException($"A picture of {width} x {height} takes {(long)width * height * BytesPerPixel} bytes, not {pixels.LongLength}.", nameof(pixels));

        Width = width;
        Height = height;
        Pixels = pixels;
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>All pixels: blue, green, red, alpha, each 0..255; row after row from the top left.</summary>
#pragma warning disable CA1819 // The pixels are the point of this type; a copy of 256 MiB for each look would not be.
    public byte[] Pixels { get; }
#pragma warning restore CA1819

    /// <summary>Number of pixels.</summary>
    public int PixelCount => Width * Height;

    private static byte[] Allocate(int width, int height)
    {
        CheckSides(width, height);
        return new byte[checked((long)width * height * BytesPerPixel)];
    }

    private static void CheckSides(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, PictureLimits.MaxSide);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, PictureLimits.MaxSide);
    }
}
