using OpenCvSharp;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Reading;

/// <summary>
/// Makes a line drawing worse than most that users bring: faded by patches, with holes, thinner or thicker, hard or soft, grainy, screentoned. What colours do is still to be told from it.
/// </summary>
internal static class DrawingDegrader
{
    /// <summary>Degrades a drawing in place. Every choice draws its numbers whether it is taken or not.</summary>
    /// <param name="grey">Side x side bytes, 0 ink to 255 paper.</param>
    /// <param name="side">Side in pixels, of a picture of about 512 on its long side.</param>
    /// <param name="random">Decides everything.</param>
    public static void Apply(byte[] grey, int side, SampleRandom random)
    {
        using Mat lines = Mat.FromPixelData(side, side, MatType.CV_8UC1, grey);
        using Mat ink = new();
        Cv2.BitwiseNot(lines, ink);
        if (random.Chance(0.45)) ChangeWidth(ink, random);
        if (random.Chance(0.5)) Fade(ink, random);
        if (random.Chance(0.35)) CutHoles(ink, random);
        double strength = random.Between(0.4, 1.8);
        if (random.Chance(0.6)) ink.ConvertTo(ink, MatType.CV_8UC1, strength);
        double threshold = random.Between(40, 150);
        double softness = random.Between(1.5, 8);
        if (random.Chance(0.35)) ink.ConvertTo(ink, MatType.CV_8UC1, softness, -threshold * softness + 127);
        if (random.Chance(0.2)) Roughen(ink, random);
        if (random.Chance(0.12)) Screentone(ink, random);
        Cv2.BitwiseNot(ink, lines);
        if (random.Chance(0.35)) AddNoise(lines, random);
    }

    private static void ChangeWidth(Mat ink, SampleRandom random)
    {
        int kind = random.Below(4);
        using Mat square = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(3, 3));
        switch (kind)
        {
            case 0: Cv2.Dilate(ink, ink, square); break;
            case 1: Cv2.Dilate(ink, ink, square, iterations: 2); break;
            case 2: Cv2.Blur(ink, ink, new Size(3, 3)); break;
            default:
                // Thinner: eroded, with a part of what was there so that no line vanishes altogether.
                using (Mat thin = new())
                {
                    Cv2.Erode(ink, thin, square);
                    double keep = random.Between(0.15, 0.5);
                    Cv2.AddWeighted(ink, keep, thin, 1 - keep, 0, ink);
                }

                break;
        }
    }

    /// <summary>Multiplies the ink by a smooth random field.</summary>
    private static void Fade(Mat ink, SampleRandom random)
    {
        double lowest = random.Between(0, 0.5);
        using Mat field = Field(6, ink.Size(), random, lowest, 1.15);
        using Mat values = new();
        ink.ConvertTo(values, MatType.CV_32FC1);
        Cv2.Multiply(values, field, values);
        values.ConvertTo(ink, MatType.CV_8UC1);
    }

    /// <summary>Rubs out cells of a grid: gaps in lines, ends that do not meet.</summary>
    private static void CutHoles(Mat ink, SampleRandom random)
    {
        int cells = random.Chance(0.5) ? 32 : 64;
        double share = random.Between(0.03, 0.22);
        float[] holes = new float[cells * cells];
        for (int i = 0; i < holes.Length; i++) holes[i] = random.Chance(share) ? 0 : 1;
        using Mat grid = Mat.FromPixelData(cells, cells, MatType.CV_32FC1, holes);
        using Mat mask = new();
        Cv2.Resize(grid, mask, ink.Size(), 0, 0, InterpolationFlags.Linear);
        using Mat values = new();
        ink.ConvertTo(values, MatType.CV_32FC1);
        Cv2.Multiply(values, mask, values);
        values.ConvertTo(ink, MatType.CV_8UC1);
    }

    /// <summary>Breaks lines up as a dry pen or pencil does.</summary>
    private static void Roughen(Mat ink, SampleRandom random)
    {
        int cells = 96 + random.Below(128);
        using Mat field = Field(cells, ink.Size(), random, -random.Between(0.2, 1.2), 1.3);
        Cv2.Min(field, Scalar.All(1), field);
        Cv2.Max(field, Scalar.All(0), field);
        using Mat values = new();
        ink.ConvertTo(values, MatType.CV_32FC1);
        Cv2.Multiply(values, field, values);
        values.ConvertTo(ink, MatType.CV_8UC1);
    }

    /// <summary>Lays dots or hatching over an ellipse: tone, which parts nothing.</summary>
    private static void Screentone(Mat ink, SampleRandom random)
    {
        int side = ink.Rows;
        double period = random.Between(4, 9);
        double angle = random.Between(0, Math.PI);
        double duty = random.Between(0.15, 0.5);
        bool hatching = random.Chance(0.4);
        byte strength = (byte)random.Between(90, 255);
        using Mat mask = new(ink.Size(), MatType.CV_8UC1, Scalar.Black);
        Cv2.Ellipse(
            mask,
            new Point(random.Below(side), random.Below(side)),
            new Size(side * random.Between(0.08, 0.3), side * random.Between(0.08, 0.3)),
            random.Between(0, 180), 0, 360, Scalar.White, -1);
        (double c, double s) = (Math.Cos(angle) * 2 * Math.PI / period, Math.Sin(angle) * 2 * Math.PI / period);
        double limit = Math.Cos(Math.PI * duty);
        for (int y = 0; y < side; y++)
        {
            Span<byte> row = ink.RowSpan<byte>(y);
            Span<byte> inside = mask.RowSpan<byte>(y);
            for (int x = 0; x < side; x++)
            {
                if (inside[x] == 0) continue;
                double u = Math.Cos((c * x) + (s * y));
                double v = hatching ? u : (u + Math.Cos((c * y) - (s * x))) / 2;
                if (v > limit) row[x] = Math.Max(row[x], strength);
            }
        }
    }

    private static void AddNoise(Mat lines, SampleRandom random)
    {
        double deviation = random.Between(2, 14);
        ulong state = random.Next() | 1;
        int side = lines.Rows;
        for (int y = 0; y < side; y++)
        {
            Span<byte> row = lines.RowSpan<byte>(y);
            for (int x = 0; x < side; x++)
            {
                // Four uniform bytes: near enough to a normal distribution for grain, and quick (xorshift, Marsaglia 2003).
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                int sum = (int)((state & 255) + ((state >> 8) & 255) + ((state >> 16) & 255) + ((state >> 24) & 255)) - 510;
                row[x] = (byte)Math.Clamp(row[x] + (sum * deviation / 147.8), 0, 255);
            }
        }
    }

    /// <summary>A smooth random field between two values.</summary>
    private static Mat Field(int cells, Size size, SampleRandom random, double low, double high)
    {
        float[] values = new float[cells * cells];
        for (int i = 0; i < values.Length; i++) values[i] = (float)random.Between(low, high);
        using Mat grid = Mat.FromPixelData(cells, cells, MatType.CV_32FC1, values);
        Mat field = new();
        Cv2.Resize(grid, field, size, 0, 0, InterpolationFlags.Cubic);
        return field;
    }
}
