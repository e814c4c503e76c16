using System.Globalization;
using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>
/// Black where a pixel is darker than the Gaussian mean of its block, as in DeepColor (block 9, offset 2); a median filter first, and a larger
/// offset, since that one draws the grain of the paper. Hard edges, no greys: like ink drawn with a pen.
/// </summary>
/// <param name="block">Side of the block in pixels, odd.</param>
/// <param name="offset">How much darker than the mean a line is, in grey levels.</param>
internal sealed class AdaptiveExtractor(int block, double offset) : ILineExtractor
{
    public string Name => string.Create(CultureInfo.InvariantCulture, $"adaptive-{block}");

    public Mat Extract(Mat bgr)
    {
        using Mat grey = new();
        Cv2.CvtColor(bgr, grey, ColorConversionCodes.BGR2GRAY);
        using Mat smooth = new();
        Cv2.MedianBlur(grey, smooth, 3);
        Mat lines = new();
        Cv2.AdaptiveThreshold(smooth, lines, 255, AdaptiveThresholdTypes.GaussianC, ThresholdTypes.Binary, block, offset);
        return lines;
    }
}
