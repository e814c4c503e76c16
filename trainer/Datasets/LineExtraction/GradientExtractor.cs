using System.Globalization;
using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>
/// Morphological gradient (Rivest, Soille and Beucher, 1993): the spread between the lightest and the darkest pixel nearby, the greatest of the three
/// channels, so that it also sees where two colours of the same brightness meet. The only extractor that outlines pictures painted without lines.
/// </summary>
/// <param name="side">Diameter of the neighbourhood in pixels, odd.</param>
internal sealed class GradientExtractor(int side) : ILineExtractor
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"gradient-{side}");

    public Mat Extract(Mat bgr)
    {
        using Mat greatest = GreatestGradient(bgr, side);
        Cv2.BitwiseNot(greatest, greatest);
        return LineLevels.Stretch(greatest);
    }

    /// <summary>The gradient itself: CV_8UC1, 0 where all is flat. The caller disposes it.</summary>
    internal static Mat GreatestGradient(Mat bgr, int side)
    {
        using Mat disc = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(side, side));
        using Mat gradient = new();
        Cv2.MorphologyEx(bgr, gradient, MorphTypes.Gradient, disc);
        Mat greatest = new();
        using Mat channel = new();
        Cv2.ExtractChannel(gradient, greatest, 0);
        for (int i = 1; i < 3; i++)
        {
            Cv2.ExtractChannel(gradient, channel, i);
            Cv2.Max(greatest, channel, greatest);
        }

        return greatest;
    }
}
