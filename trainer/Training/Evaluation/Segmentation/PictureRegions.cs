using OpenCvSharp;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Segmentation;

/// <summary>The regions of near-equal colour of a picture without its lines, and dots in the largest, as somebody who colours flats would set them.</summary>
internal sealed class PictureRegions
{
    /// <summary>Radius of a dot in pixels of 512; smaller where the region is narrow.</summary>
    private const int DotRadius = 5;

    /// <summary>Where a region's paper is nowhere as far as this from its border, nobody aims at it: the rims of lines.</summary>
    private const float LeastDepth = 2.5f;

    /// <summary>Fewer pixels cannot be as deep.</summary>
    private const int LeastArea = 16;

    private readonly Lazy<IReadOnlyList<(int Color, int[] Positions)>> _dots;

    /// <summary>Finds the regions.</summary>
    /// <param name="closed">The picture with its dark lines closed away.</param>
    /// <param name="isPaper">Whether a pixel of the drawing is paper: dots are set there.</param>
    public PictureRegions(RgbSquare closed, Func<int, bool> isPaper)
    {
        Labels = EvenRegions.Of(closed);
        Count = Labels.Data.Max() + 1;
        _dots = new Lazy<IReadOnlyList<(int, int[])>>(() => [.. FindDots(closed, isPaper)]);
    }

    /// <summary>The region of each pixel, from 0.</summary>
    public Plane<int> Labels { get; }

    /// <summary>Number of regions.</summary>
    public int Count { get; }

    /// <summary>A dot in each of the largest regions, in the mean colour of the region's paper, where that is widest. The dots of a larger number hold those of a smaller one.</summary>
    /// <param name="count">How many; fewer where the picture has fewer regions to aim at.</param>
    public HintSet Dots(int count)
    {
        (int Position, int Color)[] pixels = [.. _dots.Value.Take(count)
            .SelectMany(dot => dot.Positions.Select(position => (Position: position, dot.Color)))
            .OrderBy(pixel => pixel.Position)];
        return HintSet.FromPixels(Labels.Width, Labels.Height, [.. pixels.Select(pixel => pixel.Position)], [.. pixels.Select(pixel => pixel.Color)]);
    }

    private IEnumerable<(int Color, int[] Positions)> FindDots(RgbSquare closed, Func<int, bool> isPaper)
    {
        List<int>[] pixels = [.. Enumerable.Range(0, Count).Select(_ => new List<int>())];
        for (int i = 0; i < Labels.Length; i++)
            if (isPaper(i)) pixels[Labels.Data[i]].Add(i);
        foreach (List<int> region in pixels.Where(region => region.Count >= LeastArea).OrderByDescending(region => region.Count))
            if (Dot(region) is { } dot) yield return (MeanColor(closed, region), dot);
    }

    /// <summary>The pixels of a region around its deepest one; null where that is not deep enough.</summary>
    private int[]? Dot(List<int> region)
    {
        int width = Labels.Width;
        (int left, int right) = (region.Min(at => at % width), region.Max(at => at % width));
        (int top, int bottom) = (region[0] / width, region[^1] / width);
        // A pixel wider on all sides: the picture's edge is a border too.
        (int maskWidth, int maskHeight) = (right - left + 3, bottom - top + 3);
        byte[] mask = new byte[maskWidth * maskHeight];
        foreach (int at in region) mask[InMask(at)] = 255;
        float[] depths = new float[mask.Length];
        using (Mat source = Mat.FromPixelData(maskHeight, maskWidth, MatType.CV_8UC1, mask))
        using (Mat target = Mat.FromPixelData(maskHeight, maskWidth, MatType.CV_32FC1, depths))
            Cv2.DistanceTransform(source, target, DistanceTypes.L2, DistanceTransformMasks.Precise);

        int deepest = region.MaxBy(at => depths[InMask(at)]);
        if (depths[InMask(deepest)] < LeastDepth) return null;
        return [.. region.Where(at => SquaredDistance(at, deepest) <= DotRadius * DotRadius)];

        int InMask(int at) => (((at / width) - top + 1) * maskWidth) + (at % width) - left + 1;

        int SquaredDistance(int a, int b) =>
            (((a % width) - (b % width)) * ((a % width) - (b % width))) + (((a / width) - (b / width)) * ((a / width) - (b / width)));
    }

    private static int MeanColor(RgbSquare picture, List<int> region)
    {
        long[] sums = new long[3];
        foreach (int at in region)
            for (int c = 0; c < 3; c++) sums[c] += picture.Pixels[(at * 3) + c];
        return (Mean(0) << 16) | (Mean(1) << 8) | Mean(2);

        int Mean(int channel) => (int)Math.Round((double)sums[channel] / region.Count);
    }
}
