using System.Globalization;
using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>
/// Colour dodge, the pencil effect of photo editors: grey divided by its own blur. What is darker than its surroundings by a share, not an amount, is
/// line, so it sees into dark areas; soft like a pencil.
/// </summary>
/// <param name="sigma">Standard deviation of the blur in pixels; strokes up to about twice as wide stay filled.</param>
internal sealed class DodgeExtractor(double sigma) : ILineExtractor
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"dodge-{sigma:0.0}");

    public Mat Extract(Mat bgr)
    {
        using Mat grey = new();
        Cv2.CvtColor(bgr, grey, ColorConversionCodes.BGR2GRAY);
        // In black areas the quotient is noise: 0/0 would be a line, 1/2 half of one.
        Cv2.Max(grey, 8, grey);
        using Mat blurred = new();
        Cv2.GaussianBlur(grey, blurred, new Size(), sigma);
        using Mat quotient = new();
        Cv2.Divide(grey, blurred, quotient, scale: 255);
        return LineLevels.Stretch(quotient);
    }
}
