using OpenCvSharp;

namespace PdnColorize.Datasets.LineArt;

/// <summary>Makes lines wider or thinner.</summary>
internal static class LineWidths
{
    // What is left of a line that thinning would erase: a hairline, faint but there.
    private const double HairlineShare = 0.7;

    /// <summary>Moves the edges of lines.</summary>
    /// <param name="lines">CV_8UC1, changed in place.</param>
    /// <param name="pixels">How far outward; inward when negative. Fractions mix the two whole distances beside them.</param>
    public static void Change(Mat lines, double pixels)
    {
        int whole = (int)Math.Floor(Math.Abs(pixels));
        double fraction = Math.Abs(pixels) - whole;
        bool wider = pixels > 0;
        using Mat original = wider ? new Mat() : lines.Clone();
        if (whole > 0) Move(lines, lines, whole, wider);
        if (fraction > 0)
        {
            using Mat further = new();
            Move(lines, further, 1, wider);
            Cv2.AddWeighted(lines, 1 - fraction, further, fraction, 0, lines);
        }

        if (wider) return;
        using Mat hairline = new();
        original.ConvertTo(hairline, MatType.CV_8UC1, HairlineShare, 255 * (1 - HairlineShare));
        using Mat survives = new();
        // Where a line vanished, nothing dark is left nearby; only there does the faint original come back.
        Move(lines, survives, whole + 1, wider: true);
        using Mat vanished = new();
        Cv2.Compare(survives, 200, vanished, CmpTypes.GT);
        Cv2.Min(lines, hairline, hairline);
        hairline.CopyTo(lines, vanished);
    }

    private static void Move(Mat source, Mat target, int pixels, bool wider)
    {
        using Mat disc = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size((2 * pixels) + 1, (2 * pixels) + 1));
        // Lines are dark: eroding the light widens them.
        if (wider) Cv2.Erode(source, target, disc);
        else Cv2.Dilate(source, target, disc);
    }
}
