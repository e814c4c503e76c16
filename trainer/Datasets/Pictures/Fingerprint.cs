using System.Numerics;
using OpenCvSharp;

namespace PdnColorize.Datasets.Pictures;

/// <summary>
/// How near-duplicates are recognised: by shapes and by colours. The shapes are the 64-bit perceptual hash of the low frequencies (Zauner,
/// "Implementation and benchmarking of perceptual image hash functions", 2010); the colours a picture of 8 x 8 pixels, because drawings of one
/// template in other colours have the same hash, and each of them teaches something.
/// </summary>
internal sealed class Fingerprint
{
    /// <summary>Most bits of the hash in which near-duplicates differ.</summary>
    public const int MaxHashDistance = 4;

    // Saving as JPEG moves a cell by up to about 6 levels; another hair colour moves several by 50.
    private const int MaxColorDistance = 16;

    private const int HashedSide = 32;
    private const int HashSide = 8;
    private const int ColorSide = 8;
    private const int ColorBytes = ColorSide * ColorSide * 3;

    private readonly byte[] _colors;

    private Fingerprint(ulong hash, byte[] colors)
    {
        Hash = hash;
        _colors = colors;
    }

    /// <summary>The perceptual hash: bit k (row after row, the first is the highest) says whether that frequency is above the median.</summary>
    public ulong Hash { get; }

    public static Fingerprint Of(Mat bgr)
    {
        using Mat tiny = new();
        Cv2.Resize(bgr, tiny, new Size(ColorSide, ColorSide), interpolation: InterpolationFlags.Area);
        byte[] colors = new byte[ColorBytes];
        tiny.GetArray(out Vec3b[] pixels);
        for (int i = 0; i < pixels.Length; i++)
            (colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2]) = (pixels[i].Item0, pixels[i].Item1, pixels[i].Item2);
        return new Fingerprint(HashOf(bgr), colors);
    }

    /// <summary>Whether two pictures differ too little to train on both.</summary>
    public bool IsNear(Fingerprint other)
    {
        if (BitOperations.PopCount(Hash ^ other.Hash) > MaxHashDistance) return false;
        for (int i = 0; i < ColorBytes; i++)
            if (Math.Abs(_colors[i] - other._colors[i]) > MaxColorDistance) return false;
        return true;
    }

    /// <summary>Hexadecimal digits: the hash, then the colours.</summary>
    public override string ToString() => $"{Hash:x16}{Convert.ToHexStringLower(_colors)}";

    /// <exception cref="FormatException">The text is no fingerprint.</exception>
    public static Fingerprint Parse(string text)
    {
        byte[] bytes = Convert.FromHexString(text);
        if (bytes.Length != sizeof(ulong) + ColorBytes) throw new FormatException($"A fingerprint has {2 * (sizeof(ulong) + ColorBytes)} digits, not {text.Length}.");
        return new Fingerprint(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes), bytes[sizeof(ulong)..]);
    }

    private static ulong HashOf(Mat bgr)
    {
        using Mat grey = new();
        Cv2.CvtColor(bgr, grey, ColorConversionCodes.BGR2GRAY);
        using Mat small = new();
        Cv2.Resize(grey, small, new Size(HashedSide, HashedSide), interpolation: InterpolationFlags.Area);
        using Mat frequencies = new();
        small.ConvertTo(frequencies, MatType.CV_32FC1);
        Cv2.Dct(frequencies, frequencies);

        Span<float> low = stackalloc float[HashSide * HashSide];
        for (int y = 0; y < HashSide; y++)
            frequencies.RowSpan<float>(y)[..HashSide].CopyTo(low[(y * HashSide)..]);
        Span<float> sorted = stackalloc float[low.Length];
        low.CopyTo(sorted);
        sorted.Sort();
        float median = (sorted[(low.Length / 2) - 1] + sorted[low.Length / 2]) / 2;

        ulong hash = 0;
        foreach (float frequency in low)
            hash = (hash << 1) | (frequency > median ? 1UL : 0);
        return hash;
    }
}
