using OpenCvSharp;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>Distances to the lines of a drawing.</summary>
internal static class LineDistances
{
    /// <summary>Euclidean distance in pixels from each pixel to the nearest one that is not lighter than <paramref name="paperAbove"/>; 0 in those.</summary>
    public static float[] ToNearestInk(Plane<byte> lines, byte paperAbove)
    {
        float[] distances = new float[lines.Length];
        using Mat source = Mat.FromPixelData(lines.Height, lines.Width, MatType.CV_8UC1, lines.Data);
        using Mat paper = new();
        Cv2.Threshold(source, paper, paperAbove, 255, ThresholdTypes.Binary);
        using Mat result = Mat.FromPixelData(lines.Height, lines.Width, MatType.CV_32FC1, distances);
        Cv2.DistanceTransform(paper, result, DistanceTypes.L2, DistanceTransformMasks.Precise);
        return distances;
    }
}
