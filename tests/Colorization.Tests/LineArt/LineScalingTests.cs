using OpenCvSharp;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Tests.Maps;

namespace PdnColorize.Colorization.Tests.LineArt;

/// <summary>Sizes and widths of lines, against the same steps in OpenCV.</summary>
public sealed class LineScalingTests
{
    [Theory]
    [InlineData(12, 3, 5, 400, 400)] // thinned by a square
    [InlineData(7, 1, 4, 400, 400)] // thinned by a round window
    [InlineData(6, 1, 3, 400, 400)]
    [InlineData(1, 0.8, 2.5, 400, 100)] // thickened, then averaged
    [InlineData(1, 0.8, 2.5, 400, 31)]
    [InlineData(2, 0.8, 2.5, 400, 600)]
    public void Resize_Drawing_IsWhatOpenCvGives(double lineWidth, double thinnest, double thickest, int from, int to)
    {
        Plane<byte> lines = RandomMaps.Grey(from, from, seed: 8);
        using Mat source = RandomMaps.Wrap(lines);
        Plane<byte> expected = new(to, to);
        using Mat target = RandomMaps.Wrap(expected);
        double scale = (double)to / from;
        using Mat adjusted = Adjust(source, (int)Math.Round((thinnest / scale) - lineWidth), (int)Math.Round(Math.Min(lineWidth - (thickest / scale), lineWidth / 2)));
        Cv2.Resize(adjusted, target, target.Size(), 0, 0, scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Linear);

        Plane<byte> actual = LineScaling.Resize(new LineArtMap(lines, lineWidth, 255, LightInk: false), to, to, thinnest, thickest);

        for (int i = 0; i < expected.Length; i++) Assert.InRange(actual.Data[i] - expected.Data[i], -1, 1);
    }

    private static Mat Adjust(Mat lines, int grow, int shrink)
    {
        Mat result = new();
        int size = 1 + Math.Max(Math.Max(grow, shrink), 0);
        using Mat element = Cv2.GetStructuringElement(size <= 5 ? MorphShapes.Ellipse : MorphShapes.Rect, new Size(size, size));
        if (grow > 0)
        {
            Cv2.Erode(lines, result, element);
            return result;
        }

        if (shrink <= 0) return lines.Clone();
        Cv2.Dilate(lines, result, element);
        using Mat erased = new();
        Cv2.Erode(result, erased, element, new Point(size - 1 - (size / 2), size - 1 - (size / 2)));
        Cv2.Subtract(erased, lines, erased);
        Cv2.Threshold(erased, erased, 48, 255, ThresholdTypes.Binary);
        using Mat reach = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(size + 2, size + 2));
        Cv2.Dilate(erased, erased, reach);
        lines.CopyTo(result, erased);
        return result;
    }
}
