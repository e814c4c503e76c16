using OpenCvSharp;

namespace PdnColorize.Datasets.LineArt;

/// <summary>Makes lines wider or thinner.</summary>
internal static class LineWidths
{
    // What is left of a line that thinning would erase: a hairline, faint but there.
    private const double HairlineShare = 0.7;

    // Differences in grey below this are the edges of lines and the grain of paper.
    private const double LeastErased = 48;

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

        if (!wider) KeepHairlines(original, lines, fraction > 0 ? whole + 1 : whole);
    }

    /// <summary>Brings back, faintly, what thinning erased, up to where the rest of the line goes on: a thinner line has no gaps.</summary>
    private static void KeepHairlines(Mat original, Mat thinned, int pixels)
    {
        // What thinning and widening again does not give back was erased.
        using Mat opened = new();
        Move(original, opened, pixels, wider: false);
        Move(opened, opened, pixels, wider: true);
        using Mat erased = new();
        Cv2.Subtract(opened, original, erased);
        Cv2.Threshold(erased, erased, LeastErased, 255, ThresholdTypes.Binary);
        // A thick line that a thin one ends at has drawn back by as much as it became thinner.
        Move(erased, erased, pixels + 1, wider: false);

        using Mat hairlines = new();
        original.ConvertTo(hairlines, MatType.CV_8UC1, HairlineShare, 255 * (1 - HairlineShare));
        Cv2.Min(thinned, hairlines, hairlines);
        hairlines.CopyTo(thinned, erased);
    }

    private static void Move(Mat source, Mat target, int pixels, bool wider)
    {
        using Mat disc = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size((2 * pixels) + 1, (2 * pixels) + 1));
        // Lines are dark: eroding the light widens them.
        if (wider) Cv2.Erode(source, target, disc);
        else Cv2.Dilate(source, target, disc);
    }
}
