using OpenCvSharp;
using PdnColorize.Datasets.LineExtraction;

namespace PdnColorize.Training.Evaluation.Lines;

/// <summary>
/// Never to be used in training: draws a picture's lines as edge detectors and sketch networks do, a pixel or two wide, as faint as what they follow, broken where that ends.
/// Two sources, thinned to their ridges: dark strokes, by the largest curvature of grey (Steger, "An Unbiased Detector of Curvilinear Structures", 1998), and edges between
/// colours, by the slope of CIELAB (Di Zenzo, "A Note on the Gradient of a Multi-Image", 1986, its largest channel here).
/// </summary>
internal sealed class ForeignExtractor : ILineExtractor
{
    /// <summary>Widths of strokes that are looked for, as deviations in pixels: thin lines of 1 pixel to brush strokes of 8.</summary>
    private static readonly double[] StrokeSigmas = [1, 2, 4];

    /// <summary>Deviation of the blur before the slope of colours is taken.</summary>
    private const double EdgeSigma = 1.4;

    /// <summary>Curvature (of grey 0..1, times the deviation squared) that is drawn as dark as it gets.</summary>
    private const float FullStroke = 0.22f;

    /// <summary>Slope in CIELAB units a pixel that is drawn as dark as it gets.</summary>
    private const float FullEdge = 12;

    /// <summary>Fainter ridges are left out, which breaks lines: a share of full.</summary>
    private const float Faintest = 0.3f;

    /// <summary>Edges between colours are fainter than strokes.</summary>
    private const float EdgeInk = 0.75f;

    /// <summary>The darkest line's ink: a pencil's.</summary>
    private const float MostInk = 0.75f;

    /// <summary>Deviation of the blur at the end: lines of one pixel become soft ones of two.</summary>
    private const double Softness = 0.6;

    public string Name => "foreign";

    public Mat Extract(Mat bgr)
    {
        float[] ink = new float[bgr.Width * bgr.Height];
        AddStrokes(bgr, ink);
        AddEdges(bgr, ink);
        using Mat lines = Mat.FromPixelData(bgr.Height, bgr.Width, MatType.CV_32FC1, ink);
        using Mat soft = new();
        Cv2.GaussianBlur(lines, soft, new Size(), Softness);
        Mat grey = new();
        // The blur takes about half of a single pixel's ink away.
        soft.ConvertTo(grey, MatType.CV_8UC1, -255 * 1.6 * MostInk, 255);
        return grey;
    }

    private static void AddStrokes(Mat bgr, float[] ink)
    {
        using Mat grey8 = new();
        Cv2.CvtColor(bgr, grey8, ColorConversionCodes.BGR2GRAY);
        using Mat grey = new();
        grey8.ConvertTo(grey, MatType.CV_32FC1, 1 / 255.0);
        float[] strength = new float[ink.Length];
        (float X, float Y)[] across = new (float, float)[ink.Length];
        foreach (double sigma in StrokeSigmas)
        {
            using Mat smooth = new();
            Cv2.GaussianBlur(grey, smooth, new Size(), sigma);
            float[] xx = Derivative(smooth, 2, 0);
            float[] yy = Derivative(smooth, 0, 2);
            float[] xy = Derivative(smooth, 1, 1);
            for (int i = 0; i < ink.Length; i++)
            {
                // The larger eigenvalue of the Hessian and its direction, which lies across the stroke.
                float half = (xx[i] - yy[i]) / 2;
                float root = MathF.Sqrt((half * half) + (xy[i] * xy[i]));
                float curvature = (((xx[i] + yy[i]) / 2) + root) * (float)(sigma * sigma) / FullStroke;
                if (curvature <= strength[i]) continue;
                strength[i] = curvature;
                float angle = MathF.Atan2(xy[i], half) / 2;
                across[i] = (MathF.Cos(angle), MathF.Sin(angle));
            }
        }

        DrawRidges(strength, across, bgr.Width, ink, 1);
    }

    private static void AddEdges(Mat bgr, float[] ink)
    {
        // Without the strokes themselves, which would get an outline on either side.
        using Mat closed = ClosedPicture.CloseLines(bgr, 9);
        using Mat floats = new();
        closed.ConvertTo(floats, MatType.CV_32FC3, 1 / 255.0);
        using Mat lab = new();
        Cv2.CvtColor(floats, lab, ColorConversionCodes.BGR2Lab);
        Cv2.GaussianBlur(lab, lab, new Size(), EdgeSigma);
        float[] strength = new float[ink.Length];
        (float X, float Y)[] across = new (float, float)[ink.Length];
        for (int c = 0; c < 3; c++)
        {
            using Mat channel = new();
            Cv2.ExtractChannel(lab, channel, c);
            float[] dx = Derivative(channel, 1, 0);
            float[] dy = Derivative(channel, 0, 1);
            for (int i = 0; i < ink.Length; i++)
            {
                float slope = MathF.Sqrt((dx[i] * dx[i]) + (dy[i] * dy[i]));
                if (slope / FullEdge <= strength[i]) continue;
                strength[i] = slope / FullEdge;
                across[i] = (dx[i] / slope, dy[i] / slope);
            }
        }

        DrawRidges(strength, across, bgr.Width, ink, EdgeInk);
    }

    /// <summary>Keeps what is no weaker than its neighbours across the line (Canny's non-maximum suppression).</summary>
    private static void DrawRidges(float[] strength, (float X, float Y)[] across, int width, float[] ink, float most)
    {
        int height = strength.Length / width;
        for (int y = 1; y < height - 1; y++)
        {
            for (int x = 1; x < width - 1; x++)
            {
                int at = (y * width) + x;
                if (strength[at] < Faintest) continue;
                int step = ((int)MathF.Round(across[at].Y) * width) + (int)MathF.Round(across[at].X);
                // On a plateau of two, one of both is enough.
                if (strength[at] < strength[at - step] || strength[at] <= strength[at + step]) continue;
                ink[at] = Math.Max(ink[at], most * Math.Min(1, strength[at]));
            }
        }
    }

    /// <summary>A derivative per pixel by Sobel's 3 x 3, whose weights are divided out.</summary>
    private static float[] Derivative(Mat plane, int x, int y)
    {
        float[] values = new float[plane.Width * plane.Height];
        using Mat target = Mat.FromPixelData(plane.Height, plane.Width, MatType.CV_32FC1, values);
        double weights = (x, y) is (1, 1) or (2, 0) or (0, 2) ? 4 : 8;
        Cv2.Sobel(plane, target, MatType.CV_32FC1, x, y, 3, 1 / weights);
        return values;
    }
}
