using OpenCvSharp;

namespace PdnColorize.Training.Reading;

/// <summary>Where the colours of a picture end, and which colours lie between: what the reading network learns to see in the lines alone.</summary>
/// <param name="Side">Side in pixels.</param>
/// <param name="Border">Side x side: 0 where neighbouring colours agree, 1 where they differ clearly.</param>
/// <param name="Lab">Side x side x 3: CIELab (L 0 to 100), without the drawn lines.</param>
internal sealed record BorderTarget(int Side, float[] Border, float[] Lab)
{
    /// <summary>A CIELab distance between neighbours that begins to be a border: below lie noise and soft shading.</summary>
    private const double Faint = 0.15 * 255 / 6;

    /// <summary>A distance that is a border for certain.</summary>
    private const double Clear = Faint + (255 / 6.0 / 2.5);

    /// <summary>Paper is lighter and greyer than this; its border to anything else counts more, since colour on the paper is what the eye minds most.</summary>
    private const double PaperLightness = 96;

    private const double PaperChroma = 4;
    private const double PaperGain = 1.6;

    /// <summary>Computes the target at half of a picture's size.</summary>
    /// <param name="rgb">2 side x 2 side x 3 bytes.</param>
    /// <param name="side">Side of the target in pixels.</param>
    /// <remarks>The dark lines are closed away by a morphological closing as wide as lines are, so that a border lies where colours meet and not along both edges of each line.</remarks>
    public static BorderTarget Of(byte[] rgb, int side)
    {
        int full = side * 2;
        using Mat picture = Mat.FromPixelData(full, full, MatType.CV_8UC3, rgb);
        using Mat closed = new();
        using Mat ellipse = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(5, 5));
        Cv2.MorphologyEx(picture, closed, MorphTypes.Close, ellipse);
        Cv2.MedianBlur(closed, closed, 3);
        using Mat scaled = new();
        closed.ConvertTo(scaled, MatType.CV_32FC3, 1 / 255.0);
        using Mat lab = new();
        Cv2.CvtColor(scaled, lab, ColorConversionCodes.RGB2Lab);
        float[] colors = new float[full * full * 3];
        using (Mat copy = Mat.FromPixelData(full, full, MatType.CV_32FC3, colors)) lab.CopyTo(copy);
        return new BorderTarget(side, Borders(colors, side), Shrink(colors, side));
    }

    private static float[] Borders(float[] lab, int side)
    {
        int full = side * 2;
        float[] border = new float[side * side];
        for (int y = 0; y < full; y++)
        {
            for (int x = 0; x < full; x++)
            {
                int at = (y * full) + x;
                double distance = 0;
                if (x + 1 < full) distance = Distance(lab, at, at + 1);
                if (y + 1 < full) distance = Math.Max(distance, Distance(lab, at, at + full));
                float value = (float)Math.Clamp((distance - Faint) / (Clear - Faint), 0, 1);
                ref float target = ref border[(y / 2 * side) + (x / 2)];
                target = Math.Max(target, value);
            }
        }

        return border;
    }

    private static double Distance(float[] lab, int one, int other)
    {
        (double l, double a, double b) = (lab[one * 3] - lab[other * 3], lab[(one * 3) + 1] - lab[(other * 3) + 1], lab[(one * 3) + 2] - lab[(other * 3) + 2]);
        double distance = Math.Sqrt((l * l) + (a * a) + (b * b));
        return IsPaper(lab, one) != IsPaper(lab, other) ? distance * PaperGain : distance;
    }

    private static bool IsPaper(float[] lab, int pixel)
    {
        (double a, double b) = (lab[(pixel * 3) + 1], lab[(pixel * 3) + 2]);
        return lab[pixel * 3] > PaperLightness && (a * a) + (b * b) < PaperChroma * PaperChroma;
    }

    private static float[] Shrink(float[] lab, int side)
    {
        float[] small = new float[side * side * 3];
        for (int y = 0; y < side; y++)
            for (int x = 0; x < side; x++)
                Array.Copy(lab, ((y * 2 * side * 2) + (x * 2)) * 3, small, ((y * side) + x) * 3, 3);
        return small;
    }
}
