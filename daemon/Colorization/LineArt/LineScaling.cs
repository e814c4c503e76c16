using OpenCvSharp;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.LineArt;

/// <summary>Brings line art to another size without losing its lines.</summary>
internal static class LineScaling
{
    private const int LargestRound = 5;

    /// <summary>Differences in grey up to this are the soft edges of lines, not lines that thinning would erase.</summary>
    private const double LeastErased = 48;

    /// <summary>Resizes line art; thin lines are thickened first, thick ones thinned, so that the result's lines are within the given widths.</summary>
    /// <param name="lineArt">The line art.</param>
    /// <param name="width">New width.</param>
    /// <param name="height">New height.</param>
    /// <param name="thinnest">Narrowest line in pixels of the new size. Averaging a line thinner than that over a pixel would leave a pale grey.</param>
    /// <param name="thickest">Widest line in pixels of the new size.</param>
    public static Plane<byte> Resize(LineArtMap lineArt, int width, int height, double thinnest, double thickest = double.PositiveInfinity)
    {
        Plane<byte> source = lineArt.Lines;
        double scale = Math.Min((double)width / source.Width, (double)height / source.Height);
        Plane<byte> result = new(width, height);
        using Mat full = Mat.FromPixelData(source.Height, source.Width, MatType.CV_8UC1, source.Data);
        using Mat target = Mat.FromPixelData(height, width, MatType.CV_8UC1, result.Data);
        using Mat adjusted = AdjustWidth(full, lineArt.LineWidth, thinnest / scale, thickest / scale);
        Cv2.Resize(adjusted, target, new Size(width, height), 0, 0, scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Linear);
        return result;
    }

    private static Mat AdjustWidth(Mat lines, double lineWidth, double thinnest, double thickest)
    {
        int grow = (int)Math.Round(thinnest - lineWidth);
        int shrink = double.IsFinite(thickest) ? (int)Math.Round(Math.Min(lineWidth - thickest, lineWidth / 2)) : 0;
        if (grow <= 0 && shrink <= 0) return lines.SubMat(new Rect(0, 0, lines.Width, lines.Height));

        // A rectangle goes by rows, then by columns; a round element of this size would cost its area for each pixel of a large drawing.
        int size = 1 + Math.Max(grow, shrink);
        using Mat element = Cv2.GetStructuringElement(size <= LargestRound ? MorphShapes.Ellipse : MorphShapes.Rect, new Size(size, size));
        Mat result = new(lines.Size(), MatType.CV_8UC1);
        try
        {
            // Ink is dark: the minimum (erosion) makes it wider, the maximum (dilation) narrower.
            if (grow > 0)
                Cv2.Erode(lines, result, element);
            else
                Thin(lines, result, element, size);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>Makes lines thinner; those that would vanish, because they are thinner than the drawing's typical line, stay as they are.</summary>
    private static void Thin(Mat lines, Mat result, Mat element, int size)
    {
        Cv2.Dilate(lines, result, element);
        // What thinning and widening again does not give back was erased. The element's middle is mirrored, or one of an even size would move everything by a pixel.
        using Mat erased = new();
        Cv2.Erode(result, erased, element, new Point(size - 1 - (size / 2), size - 1 - (size / 2)));
        Cv2.Subtract(erased, lines, erased);
        Cv2.Threshold(erased, erased, LeastErased, 255, ThresholdTypes.Binary);
        // A thick line that a thin one ends at has drawn back by half of what it became thinner.
        using Mat reach = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(size + 2, size + 2));
        Cv2.Dilate(erased, erased, reach);
        lines.CopyTo(result, erased);
    }
}
