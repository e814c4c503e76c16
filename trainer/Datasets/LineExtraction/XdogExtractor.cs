using System.Globalization;
using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>
/// Extended difference of Gaussians (Winnemöller, Kyprianidis and Olsen, "XDoG: an eXtended difference-of-Gaussians compendium", 2012): what is darker
/// than its neighbourhood is line, with a soft threshold. Wide strokes stay filled.
/// </summary>
/// <remarks>
/// The wide Gaussian is 4.5 times the narrow one, as in PaintsTorch. Unlike there, both weigh the same and grey goes through a square root first:
/// with weights 1 and 0.95 on linear grey, lines on dark ground (night, dark skin, hair) disappear.
/// </remarks>
/// <param name="sigma">Standard deviation of the narrow Gaussian in pixels; about half the width of a line.</param>
/// <param name="threshold">How much darker a pixel must be, 0..1 of the square root of grey; the least that is drawn at all.</param>
internal sealed class XdogExtractor(double sigma, double threshold = 0.03) : ILineExtractor
{
    private const double WideOverNarrow = 4.5;

    // Slope of the soft threshold: a pixel 0.04 darker than the threshold is already at 3/4 of black.
    private const double Sharpness = 25;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"xdog-{sigma:0.0}");

    public Mat Extract(Mat bgr)
    {
        using Mat grey = new();
        Cv2.CvtColor(bgr, grey, ColorConversionCodes.BGR2GRAY);
        using Mat root = new();
        grey.ConvertTo(root, MatType.CV_32FC1, 1 / 255.0);
        Cv2.Sqrt(root, root);

        using Mat narrow = new();
        using Mat wide = new();
        Cv2.GaussianBlur(root, narrow, new Size(), sigma);
        Cv2.GaussianBlur(root, wide, new Size(), sigma * WideOverNarrow);
        Cv2.Subtract(narrow, wide, narrow);
        return SoftThreshold(narrow);
    }

    private Mat SoftThreshold(Mat difference)
    {
        // 255 (1 + tanh(s (d + t))) below the threshold, in steps of 1/1000 of the difference, which the result in 8 bits cannot tell from exact.
        using Mat steps = new();
        difference.ConvertTo(steps, MatType.CV_8UC1, -1000, -1000 * threshold);
        byte[] shades = new byte[256];
        for (int step = 0; step < shades.Length; step++)
            shades[step] = (byte)Math.Round(255 * (1 - Math.Tanh(Sharpness * step / 1000)));
        Mat lines = new();
        Cv2.LUT(steps, shades, lines);
        return lines;
    }
}
