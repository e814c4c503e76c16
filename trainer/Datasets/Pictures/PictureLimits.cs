namespace PdnColorize.Datasets.Pictures;

/// <summary>
/// What is decoded at all, checked before any pixel is: a picture file can claim any size in a few bytes (a GIF of 116 KB held 12,000 x 12,000 pixels).
/// </summary>
internal static class PictureLimits
{
    public const long MaxFileBytes = 64L * 1024 * 1024;

    public const int MaxSide = 16384;

    public const long MaxPixels = 64_000_000;
}
