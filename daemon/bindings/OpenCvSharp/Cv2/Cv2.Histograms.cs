using OpenCvSharp.Internal;
using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// imgproc: histograms.
public static partial class Cv2
{
    /// <inheritdoc cref="CalcHist(Mat[], int[], InputArray, OutputArray, int, int[], float[][], bool, bool)"/>
    public static void CalcHist(
        Mat[] images, int[] channels, InputArray? mask, OutputArray hist, int dims, int[] histSize, Rangef[] ranges, bool uniform = true,
        bool accumulate = false)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        CalcHist(images, channels, mask, hist, dims, histSize, [.. ranges.Select(r => new[] { r.Start, r.End })], uniform, accumulate);
    }

    /// <param name="images">Of one size and depth.</param>
    /// <param name="channels">For each dimension a channel, counted over all images.</param>
    /// <param name="mask">Zero where a pixel does not count.</param>
    /// <param name="hist">Gets the counts as CV_32F; one column if there is one dimension.</param>
    /// <param name="dims">The number of dimensions.</param>
    /// <param name="histSize">For each dimension the number of bins.</param>
    /// <param name="ranges">For each dimension the bounds: of all bins if uniform (2), else of each bin (bins + 1).</param>
    /// <param name="uniform">Whether the bins of a dimension are equally wide.</param>
    /// <param name="accumulate">Whether to add to what <paramref name="hist"/> holds.</param>
    /// <exception cref="ArgumentException">The arrays do not fit the number of dimensions.</exception>
    public static void CalcHist(
        Mat[] images, int[] channels, InputArray? mask, OutputArray hist, int dims, int[] histSize, float[][] ranges, bool uniform = true,
        bool accumulate = false)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(histSize);
        ArgumentNullException.ThrowIfNull(ranges);
        if (channels.Length < dims || histSize.Length < dims || ranges.Length < dims)
            throw new ArgumentException($"A histogram of {dims} dimensions needs as many channels, sizes and ranges.", nameof(dims));
        for (var i = 0; i < dims; i++)
        {
            var bounds = uniform ? 2 : histSize[i] + 1;
            if (ranges[i].Length != bounds)
                throw new ArgumentException($"Dimension {i} needs {bounds} bounds, not {ranges[i].Length}.", nameof(ranges));
        }

        using var mats = new MatLeases(images);
        float[] all = [.. ranges.Take(dims).SelectMany(r => r)];
        Check(pdncv_calc_hist(
            mats.Pointers, mats.Count, channels, Optional(mask), hist, dims, histSize, all, uniform ? 1 : 0, accumulate ? 1 : 0));
    }
}
