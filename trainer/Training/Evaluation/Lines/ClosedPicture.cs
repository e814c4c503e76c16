using OpenCvSharp;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Lines;

/// <summary>A picture without its dark lines: colours grow over them from both sides.</summary>
internal static class ClosedPicture
{
    /// <summary>The smallest ellipse: closes lines of up to 4 pixels.</summary>
    private const int LeastEllipse = 5;

    /// <summary>The largest: more would close eyes and whole strands of dark hair.</summary>
    private const int MostEllipse = 15;

    /// <summary>The ellipse's side over the typical width of lines: the thicker ones must go too.</summary>
    private const double EllipseOverWidth = 1.6;

    private const int MedianSide = 3;

    /// <summary>Closes a picture's lines.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="lineWidth">Typical width of its lines in pixels.</param>
    public static RgbSquare Of(RgbSquare picture, double lineWidth)
    {
        byte[] pixels = [.. picture.Pixels];
        using Mat rgb = Mat.FromPixelData(picture.Side, picture.Side, MatType.CV_8UC3, pixels);
        using Mat closed = CloseLines(rgb, EllipseFor(lineWidth));
        Cv2.MedianBlur(closed, rgb, MedianSide);
        return new RgbSquare(picture.Side, pixels);
    }

    /// <summary>The side of the ellipse for lines of a width, odd.</summary>
    public static int EllipseFor(double lineWidth) =>
        Math.Clamp((2 * (int)Math.Ceiling(((EllipseOverWidth * lineWidth) + 1) / 2)) + 1, LeastEllipse, MostEllipse);

    /// <summary>Morphological closing, each channel by itself.</summary>
    /// <param name="picture">CV_8UC3.</param>
    /// <param name="side">The ellipse's side in pixels, odd; lines narrower than it vanish.</param>
    /// <returns>CV_8UC3; the caller disposes it.</returns>
    public static Mat CloseLines(Mat picture, int side)
    {
        using Mat ellipse = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(side, side));
        Mat closed = new();
        Cv2.MorphologyEx(picture, closed, MorphTypes.Close, ellipse);
        return closed;
    }

    /// <summary>CIELAB (D65) of each pixel: L 0..100, a and b about -128..127, interleaved.</summary>
    public static float[] ToLab(RgbSquare picture)
    {
        float[] values = new float[picture.Pixels.Length];
        using Mat rgb = Mat.FromPixelData(picture.Side, picture.Side, MatType.CV_8UC3, picture.Pixels);
        using Mat floats = new();
        rgb.ConvertTo(floats, MatType.CV_32FC3, 1 / 255.0);
        using Mat lab = Mat.FromPixelData(picture.Side, picture.Side, MatType.CV_32FC3, values);
        Cv2.CvtColor(floats, lab, ColorConversionCodes.RGB2Lab);
        return values;
    }
}
