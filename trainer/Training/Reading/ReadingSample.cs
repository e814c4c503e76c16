using OpenCvSharp;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Reading;

/// <summary>A square of a drawing, and what its colours say about it.</summary>
/// <param name="Ink">Side x side: 0 paper to 1 black, as the daemon prepares drawings.</param>
/// <param name="Border">Side x side: 0 to 1, see <see cref="BorderTarget"/>.</param>
/// <param name="Points">Pixels whose colours are compared with each other.</param>
/// <param name="Colors">The class of each point's color, see <see cref="ColorClasses"/>.</param>
/// <param name="Equal">Points x points: 1 where two have the same colour.</param>
/// <param name="Weight">Points x points: what each pair counts; equal and different pairs sum to a half each, or to 0 when there are none.</param>
internal sealed record ReadingSample(float[] Ink, float[] Border, long[] Points, long[] Colors, float[] Equal, float[] Weight)
{
    /// <summary>Points of a sample: 24,000 pairs, of which some tens are near each other across a border.</summary>
    public const int PointCount = 220;

    /// <summary>Long side in pixels at which drawings are read.</summary>
    public const int LongSide = 256;

    /// <summary>CIELab distances up to which colours are equal and from which they differ; pairs in between are left out.</summary>
    private const double SameColor = 10;

    private const double OtherColor = 20;

    /// <summary>Pairs nearer than this (pixels) and of different colours, and pairs farther than <see cref="Far"/> and of equal ones, count double: they are what regions and groups are made by.</summary>
    private const double Near = 20;

    private const double Far = 60;
    private const float HardPair = 2;

    /// <summary>Two thirds of the points on paper are drawn again: most pictures have more paper than anything else.</summary>
    private const double PaperKept = 1.0 / 3;

    private const float PaperLightness = 98;

    /// <summary>A random square of a picture.</summary>
    /// <param name="pair">The picture and its line drawings.</param>
    /// <param name="side">Side of the sample in pixels.</param>
    /// <param name="random">Decides everything.</param>
    public static ReadingSample Draw(TrainingPair pair, int side, SampleRandom random)
    {
        double zoom = random.Chance(0.4) ? 1 : Math.Exp(random.Between(Math.Log(0.7), Math.Log(1.4)));
        double scale = 2.0 * LongSide / Math.Max(pair.Width, pair.Height) * zoom;
        double left = Place(pair.Width * scale, side * 2, random);
        double top = Place(pair.Height * scale, side * 2, random);
        bool mirrored = random.Chance(0.5);
        LineArtVariant drawing = pair.Lines[random.Below(pair.Lines.Count)];
        bool degraded = random.Chance(0.8);
        byte[] lines = Cut(drawing.Grey, pair.Width, pair.Height, 1, scale, left, top, side * 2, mirrored);
        if (degraded) DrawingDegrader.Apply(lines, side * 2, random);
        byte[] rgb = Cut(pair.ColorRgb, pair.Width, pair.Height, 3, scale, left, top, side * 2, mirrored);
        return Of(lines, BorderTarget.Of(rgb, side), random);
    }

    /// <summary>The whole picture in the middle of a square of <see cref="LongSide"/>, for validation.</summary>
    /// <param name="pair">The picture; its first drawing is taken.</param>
    /// <param name="degraded">Whether its lines are degraded.</param>
    /// <param name="random">Decides points and degradation.</param>
    public static ReadingSample Whole(TrainingPair pair, bool degraded, SampleRandom random)
    {
        int side = LongSide * 2;
        double scale = (double)side / Math.Max(pair.Width, pair.Height);
        (double left, double top) = (((pair.Width * scale) - side) / 2, ((pair.Height * scale) - side) / 2);
        byte[] lines = Cut(pair.Lines[0].Grey, pair.Width, pair.Height, 1, scale, left, top, side, mirrored: false);
        if (degraded) DrawingDegrader.Apply(lines, side, random);
        byte[] rgb = Cut(pair.ColorRgb, pair.Width, pair.Height, 3, scale, left, top, side, mirrored: false);
        return Of(lines, BorderTarget.Of(rgb, LongSide), random);
    }

    private static ReadingSample Of(byte[] lines, BorderTarget target, SampleRandom random)
    {
        long[] points = Scatter(target, random);
        (float[] equal, float[] weight) = Compare(target, points);
        return new ReadingSample(ToInk(lines, target.Side), target.Border, points, [.. points.Select(point => ColorClasses.Nearest(target.Lab.AsSpan((int)point * 3, 3)))], equal, weight);
    }

    /// <summary>Where a window begins on a side of the picture; a picture that is smaller lies anywhere in it.</summary>
    private static double Place(double length, int window, SampleRandom random) => random.NextDouble() * (length - window);

    /// <summary>A square of a picture at another scale; paper where the picture ends.</summary>
    private static byte[] Cut(byte[] pixels, int width, int height, int channels, double scale, double left, double top, int side, bool mirrored)
    {
        byte[] cut = new byte[side * side * channels];
        MatType type = MatType.CV_8UC(channels);
        using Mat source = Mat.FromPixelData(height, width, type, pixels);
        using Mat target = Mat.FromPixelData(side, side, type, cut);
        double[] transform = [scale, 0, (0.5 * scale) - 0.5 - left, 0, scale, (0.5 * scale) - 0.5 - top];
        if (mirrored) (transform[0], transform[2]) = (-scale, side - 1 - transform[2]);
        using Mat matrix = Mat.FromPixelData(2, 3, MatType.CV_64FC1, transform);
        Cv2.WarpAffine(source, target, matrix, new Size(side, side), InterpolationFlags.Linear, BorderTypes.Constant, Scalar.All(255));
        return cut;
    }

    /// <summary>Brings lines to the network's size by the steps of colouring.</summary>
    private static float[] ToInk(byte[] lines, int side)
    {
        // An empty corner of a drawing is no drawing to a user; here it is paper.
        Plane<byte> plane = new(side * 2, side * 2, lines);
        Plane<byte> prepared = LineArtPreparation.TryPrepare(plane, LineArtOptions.Default)?.Lines ?? plane;
        float[] ink = new float[side * side];
        using Mat full = Mat.FromPixelData(side * 2, side * 2, MatType.CV_8UC1, prepared.Data);
        using Mat small = new();
        Cv2.Resize(full, small, new Size(side, side), 0, 0, InterpolationFlags.Area);
        using Mat target = Mat.FromPixelData(side, side, MatType.CV_32FC1, ink);
        small.ConvertTo(target, MatType.CV_32FC1, -1 / 255.0, 1);
        // Paper is 0, not the rounding error of 1 - 255 / 255.
        for (int i = 0; i < ink.Length; i++) ink[i] = Math.Max(0, ink[i]);
        return ink;
    }

    private static long[] Scatter(BorderTarget target, SampleRandom random)
    {
        long[] points = new long[PointCount];
        for (int i = 0; i < points.Length; i++)
        {
            int point = random.Below(target.Border.Length);
            bool retry = random.Chance(1 - PaperKept);
            int other = random.Below(target.Border.Length);
            points[i] = target.Lab[point * 3] > PaperLightness && retry ? other : point;
        }

        return points;
    }

    private static (float[] Equal, float[] Weight) Compare(BorderTarget target, long[] points)
    {
        int count = points.Length;
        float[] equal = new float[count * count];
        float[] weight = new float[count * count];
        double sumEqual = 0;
        double sumDifferent = 0;
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double color = ColorDistance(target.Lab, (int)points[i], (int)points[j]);
                if (color is > SameColor and < OtherColor) continue;
                double dx = (points[i] % target.Side) - (points[j] % target.Side);
                double dy = (points[i] / target.Side) - (points[j] / target.Side);
                double place = (dx * dx) + (dy * dy);
                bool same = color <= SameColor;
                float counts = (same ? place > Far * Far : place < Near * Near) ? HardPair : 1;
                int at = (i * count) + j;
                (equal[at], weight[at]) = (same ? 1 : 0, counts);
                if (same) sumEqual += counts;
                else sumDifferent += counts;
            }
        }

        for (int i = 0; i < weight.Length; i++)
            if (weight[i] > 0) weight[i] *= (float)(0.5 / (equal[i] > 0 ? sumEqual : sumDifferent));
        return (equal, weight);
    }

    private static double ColorDistance(float[] lab, int one, int other)
    {
        (double l, double a, double b) = (lab[one * 3] - lab[other * 3], lab[(one * 3) + 1] - lab[(other * 3) + 1], lab[(one * 3) + 2] - lab[(other * 3) + 2]);
        return Math.Sqrt((l * l) + (a * a) + (b * b));
    }
}
