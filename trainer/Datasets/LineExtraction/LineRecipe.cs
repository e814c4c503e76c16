using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>How one line drawing is made: an extractor, and how much texture is smoothed away before it.</summary>
/// <param name="Extractor">Draws the lines.</param>
/// <param name="Smoothing">Passes of the edge-preserving filter, 0 to <see cref="MostSmoothing"/>; more are taken when the drawing is too dark.</param>
/// <param name="Completes">Whether outlines between colours are added where the extractor saw none.</param>
internal sealed record LineRecipe(ILineExtractor Extractor, int Smoothing, bool Completes)
{
    public const int MostSmoothing = 2;

    // Drawn by hand, 2 to 8 % of a picture is ink; above that it is the texture of crayons, watercolour or paper, not lines.
    private const double MostInk = 0.085;

    // Keeps edges of more than about 35 levels; 7 pixels wide.
    private const int FilterDiameter = 7;
    private const double FilterColors = 35;
    private const double FilterReach = 3;

    /// <summary>Draws, smoothing more as long as texture makes the drawing too dark.</summary>
    /// <param name="smoothed">The picture after 0, 1, 2 passes; longer ones are made when they are wanted.</param>
    /// <returns>CV_8UC1; the caller disposes it.</returns>
    public Mat Draw(SmoothedPicture smoothed)
    {
        for (int passes = Smoothing; ; passes++)
        {
            Mat lines = Extractor.Extract(smoothed.After(passes));
            if (Completes) OutlineCompletion.Add(lines, smoothed.After(Math.Max(passes, 1)));
            Specks.Remove(lines);
            if (passes >= MostSmoothing || Ink(lines) <= MostInk) return lines;
            lines.Dispose();
        }
    }

    /// <summary>Share of a drawing that is ink, 0..1; grey counts in part.</summary>
    public static double Ink(Mat lines) => 1 - (Cv2.Mean(lines).Val0 / 255);

    /// <summary>One pass of the edge-preserving filter.</summary>
    internal static void Smooth(Mat source, Mat target) => Cv2.BilateralFilter(source, target, FilterDiameter, FilterColors, FilterReach);
}
