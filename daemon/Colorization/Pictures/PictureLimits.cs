namespace PdnColorize.Colorization.Pictures;

/// <summary>What is accepted from outside, checked before any pixel is decoded.</summary>
/// <remarks>
/// A picture file can claim any size in a few bytes (an image bomb: a GIF of 116 KB holding 12,000 x 12,000 pixels), so the header is read first.
/// </remarks>
public sealed class PictureLimits
{
    /// <summary>Largest side of any picture, in pixels.</summary>
    public const int MaxSide = 16384;

    /// <summary>The limits of the command line.</summary>
    public static PictureLimits CommandLine { get; } = new();

    /// <summary>Largest file, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Most pixels a picture may have.</summary>
    public long MaxPixels { get; init; } = 100_000_000;
}
