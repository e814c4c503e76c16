using OpenCvSharp;
using PdnColorize.Datasets.LineArt;
using PdnColorize.Datasets.Randomness;

namespace PdnColorize.Training.Evaluation.Lines;

/// <summary>Makes clean lines poor ones: thinner, faded in patches, with gaps, on noisy paper.</summary>
/// <remarks>The strengths share their random numbers: what is weakly faded or broken is faded or broken more, and at more places, where it is strong.</remarks>
internal sealed class LineDegradation
{
    /// <summary>The ink's strength varies over a grid of so many knots a side.</summary>
    private const int FadeKnots = 6;

    /// <summary>Darker pixels are ink, of which gaps are cut.</summary>
    private const int InkBelow = 128;

    private readonly double _thinning;
    private readonly double _faintest;
    private readonly double _gapsPer10000;
    private readonly double _largestGap;
    private readonly double _noise;

    /// <param name="thinning">How far the edges of lines move inward, in pixels.</param>
    /// <param name="faintest">The share of ink that is left where lines are faintest, 0 to 1.</param>
    /// <param name="gapsPer10000">Gaps in each 10,000 pixels of ink.</param>
    /// <param name="largestGap">Largest radius of a gap in pixels; the smallest is half of it.</param>
    /// <param name="noise">Standard deviation of the noise, of 255.</param>
    private LineDegradation(double thinning, double faintest, double gapsPer10000, double largestGap, double noise) =>
        (_thinning, _faintest, _gapsPer10000, _largestGap, _noise) = (thinning, faintest, gapsPer10000, largestGap, noise);

    /// <summary>The degradation of a kind, in pixels of a drawing of 512 pixels a side.</summary>
    /// <param name="kind">One of <see cref="LineKinds.Degraded"/>.</param>
    public static LineDegradation Of(LineKind kind) => kind switch
    {
        LineKind.Weak => new(0.25, faintest: 0.5, gapsPer10000: 15, largestGap: 4, noise: 4),
        LineKind.Middle => new(0.5, faintest: 0.25, gapsPer10000: 40, largestGap: 6, noise: 8),
        LineKind.Strong => new(1, faintest: 0.08, gapsPer10000: 80, largestGap: 9, noise: 12),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "These lines are not degraded."),
    };

    /// <summary>Degrades a drawing.</summary>
    /// <param name="grey">Side x side, 0 black to 255 paper; not changed.</param>
    /// <param name="side">Side in pixels.</param>
    /// <param name="seed">The same seed gives the same result.</param>
    public byte[] Apply(byte[] grey, int side, ulong seed)
    {
        byte[] pixels = [.. grey];
        using Mat lines = Mat.FromPixelData(side, side, MatType.CV_8UC1, pixels);
        LineWidths.Change(lines, -_thinning);
        CutGaps(lines, new SeededRandom(StableHash.Of("degradation gaps", seed, "")));
        Fade(pixels, side, new SeededRandom(StableHash.Of("degradation fading", seed, "")));
        AddNoise(pixels, new SeededRandom(StableHash.Of("degradation noise", seed, "")));
        return pixels;
    }

    private void CutGaps(Mat lines, SeededRandom random)
    {
        List<Point> ink = [];
        int height = lines.Height;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<byte> row = lines.RowSpan<byte>(y);
            for (int x = 0; x < row.Length; x++)
                if (row[x] < InkBelow) ink.Add(new Point(x, y));
        }

        int count = (int)Math.Round(_gapsPer10000 * ink.Count / 10_000);
        for (int i = 0; i < count; i++)
        {
            Point middle = ink[random.Next(ink.Count)];
            Cv2.Circle(lines, middle, (int)Math.Round(_largestGap * random.Next(0.5, 1)), Scalar.All(255), -1);
        }
    }

    private void Fade(byte[] pixels, int side, SeededRandom random)
    {
        float[] knots = new float[FadeKnots * FadeKnots];
        for (int i = 0; i < knots.Length; i++) knots[i] = (float)random.NextUnit();
        using Mat grid = Mat.FromPixelData(FadeKnots, FadeKnots, MatType.CV_32FC1, knots);
        using Mat field = new();
        Cv2.Resize(grid, field, new Size(side, side), 0, 0, InterpolationFlags.Cubic);
        for (int y = 0; y < side; y++)
        {
            ReadOnlySpan<float> row = field.RowSpan<float>(y);
            for (int x = 0; x < side; x++)
            {
                // Cubic interpolation overshoots a little.
                double left = _faintest + ((1 - _faintest) * Math.Clamp(row[x], 0, 1));
                int at = (y * side) + x;
                pixels[at] = (byte)Math.Round(255 - ((255 - pixels[at]) * left));
            }
        }
    }

    /// <summary>Normally distributed, white stays white where it would become whiter (Box and Muller).</summary>
    private void AddNoise(byte[] pixels, SeededRandom random)
    {
        for (int i = 0; i < pixels.Length; i++)
        {
            double normal = Math.Sqrt(-2 * Math.Log(1 - random.NextUnit())) * Math.Cos(2 * Math.PI * random.NextUnit());
            pixels[i] = (byte)Math.Clamp(Math.Round(pixels[i] + (_noise * normal)), 0, 255);
        }
    }
}
