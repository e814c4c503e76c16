using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Metrics;

/// <summary>A picture in the size in which results are measured, 256 pixels a side, and what the metrics need of it.</summary>
internal sealed class ScoredPicture
{
    /// <summary>Side in pixels, as in the field's figures.</summary>
    public const int Side = 256;

    private readonly Lazy<float[]> _luma;
    private readonly Lazy<(double L, double A, double B)[]> _lab;

    /// <param name="picture">Any size; averaged when shrinking.</param>
    public ScoredPicture(RgbSquare picture)
    {
        Square = RgbSquare.Cut(picture.Pixels, picture.Side, picture.Side, new Window(0, 0, picture.Side), Side);
        _luma = new Lazy<float[]>(() => ToLuma(Square.Pixels));
        _lab = new Lazy<(double, double, double)[]>(() => ToLab(Square.Pixels));
    }

    /// <param name="picture">A square picture; its alpha does not count.</param>
    public ScoredPicture(Picture picture)
        : this(ToSquare(picture))
    {
    }

    /// <summary>The pixels.</summary>
    public RgbSquare Square { get; }

    /// <summary>Luma (BT.601), 0..255.</summary>
    public float[] Luma => _luma.Value;

    /// <summary>CIELAB (D65).</summary>
    public (double L, double A, double B)[] Lab => _lab.Value;

    private static RgbSquare ToSquare(Picture picture)
    {
        if (picture.Width != picture.Height) throw new ArgumentException($"{picture.Width} x {picture.Height} is no square.", nameof(picture));
        byte[] rgb = new byte[picture.PixelCount * 3];
        for (int i = 0; i < picture.PixelCount; i++)
            for (int c = 0; c < 3; c++) rgb[(i * 3) + c] = picture.Pixels[(i * Picture.BytesPerPixel) + 2 - c];
        return new RgbSquare(picture.Width, rgb);
    }

    private static float[] ToLuma(byte[] rgb)
    {
        float[] luma = new float[rgb.Length / 3];
        for (int i = 0; i < luma.Length; i++) luma[i] = (0.299f * rgb[i * 3]) + (0.587f * rgb[(i * 3) + 1]) + (0.114f * rgb[(i * 3) + 2]);
        return luma;
    }

    private static (double L, double A, double B)[] ToLab(byte[] rgb)
    {
        (double, double, double)[] lab = new (double, double, double)[rgb.Length / 3];
        for (int i = 0; i < lab.Length; i++)
        {
            // Flat areas: most pixels are like the one before.
            bool same = i > 0 && rgb.AsSpan(i * 3, 3).SequenceEqual(rgb.AsSpan((i - 1) * 3, 3));
            lab[i] = same ? lab[i - 1] : Ciede2000.ToLab((rgb[i * 3], rgb[(i * 3) + 1], rgb[(i * 3) + 2]));
        }

        return lab;
    }
}
