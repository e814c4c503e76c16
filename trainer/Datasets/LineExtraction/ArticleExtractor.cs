using System.Globalization;
using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>
/// The article's way: grey, spread the light by a square maximum filter, and what that changed is line. Source: the 2017 article on colouring with
/// Chainer that PaintsChainer came from. Follows drawn lines up to as wide as the filter, and the dark side of every edge.
/// </summary>
/// <param name="side">Side of the square in pixels, odd: the article's 5, or 3 for finer lines.</param>
internal sealed class ArticleExtractor(int side) : ILineExtractor
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"article-{side}");

    public Mat Extract(Mat bgr)
    {
        using Mat grey = new();
        Cv2.CvtColor(bgr, grey, ColorConversionCodes.BGR2GRAY);
        using Mat square = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(side, side));
        using Mat spread = new();
        Cv2.Dilate(grey, spread, square);
        using Mat difference = new();
        Cv2.Absdiff(spread, grey, difference);
        using Mat inverted = new();
        Cv2.BitwiseNot(difference, inverted);
        return LineLevels.Stretch(inverted);
    }
}
