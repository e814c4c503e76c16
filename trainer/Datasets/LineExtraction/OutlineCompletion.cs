using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>
/// Adds outlines where two colours meet but no line was drawn: an illustrator closes her shapes, while extractors that look at grey alone miss red
/// hair on a green ground.
/// </summary>
internal static class OutlineCompletion
{
    // An edge: neighbours differ by more than this in one channel. Weaker ones are shading.
    private const int EdgeContrast = 24;

    // A line this near (3 pixels) already draws the edge; another one beside it would double it.
    private const int NearDiameter = 7;
    private const int NearGrey = 200;

    /// <summary>Completes a drawing.</summary>
    /// <param name="lines">CV_8UC1, changed in place.</param>
    /// <param name="smoothed">CV_8UC3: the picture without its texture, of the same size.</param>
    public static void Add(Mat lines, Mat smoothed)
    {
        using Mat gradient = GradientExtractor.GreatestGradient(smoothed, 3);
        using Mat near = new();
        using Mat disc = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(NearDiameter, NearDiameter));
        Cv2.Erode(lines, near, disc);
        using Mat free = new();
        Cv2.Compare(near, NearGrey, free, CmpTypes.GE);
        using Mat edges = new();
        Cv2.Compare(gradient, EdgeContrast, edges, CmpTypes.GT);
        Cv2.BitwiseAnd(edges, free, edges);

        // Three times the contrast: the faintest edge is drawn at a quarter of black, one of 85 levels black.
        gradient.ConvertTo(gradient, MatType.CV_8UC1, -3, 255);
        Cv2.Min(lines, gradient, gradient);
        gradient.CopyTo(lines, edges);
    }
}
