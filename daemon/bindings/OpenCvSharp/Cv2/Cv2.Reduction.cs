using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// core: from many pixels to few numbers.
public static partial class Cv2
{
    public static int CountNonZero(InputArray mtx)
    {
        Check(pdncv_count_non_zero(mtx, out var count));
        return count;
    }

    /// <param name="src">One channel.</param>
    /// <param name="idx">Gets the positions as CV_32SC2, one a row; empty if all pixels are zero.</param>
    public static void FindNonZero(InputArray src, OutputArray idx) => Check(pdncv_find_non_zero(src, idx));

    public static Scalar Sum(InputArray src)
    {
        Check(pdncv_sum(src, out var sum));
        return sum;
    }

    public static Scalar Mean(InputArray src, InputArray? mask = null)
    {
        Check(pdncv_mean(src, Optional(mask), out var mean));
        return mean;
    }

    public static void MeanStdDev(InputArray src, OutputArray mean, OutputArray stddev, InputArray? mask = null) =>
        Check(pdncv_mean_std_dev(src, mean, stddev, Optional(mask)));

    public static void MeanStdDev(InputArray src, out Scalar mean, out Scalar stddev, InputArray? mask = null) =>
        Check(pdncv_mean_std_dev_scalar(src, out mean, out stddev, Optional(mask)));

    /// <summary>Over all channels.</summary>
    public static void MinMaxLoc(InputArray src, out double minVal, out double maxVal) =>
        Check(pdncv_min_max(src, out minVal, out maxVal));

    public static void MinMaxLoc(InputArray src, out Point minLoc, out Point maxLoc) =>
        MinMaxLoc(src, out _, out _, out minLoc, out maxLoc);

    /// <param name="src">One channel.</param>
    /// <param name="minVal">The least value.</param>
    /// <param name="maxVal">The greatest value.</param>
    /// <param name="minLoc">The first place of the least value; (-1, -1) if the mask is empty.</param>
    /// <param name="maxLoc">The first place of the greatest value; (-1, -1) if the mask is empty.</param>
    /// <param name="mask">Zero where a pixel does not count.</param>
    public static void MinMaxLoc(
        InputArray src, out double minVal, out double maxVal, out Point minLoc, out Point maxLoc, InputArray? mask = null) =>
        Check(pdncv_min_max_loc(src, out minVal, out maxVal, out minLoc, out maxLoc, Optional(mask)));

    public static double Norm(InputArray src1, NormTypes normType = NormTypes.L2, InputArray? mask = null)
    {
        Check(pdncv_norm(src1, (int)normType, Optional(mask), out var norm));
        return norm;
    }

    /// <summary>The norm of the difference.</summary>
    public static double Norm(InputArray src1, InputArray src2, NormTypes normType = NormTypes.L2, InputArray? mask = null)
    {
        Check(pdncv_norm_difference(src1, src2, (int)normType, Optional(mask), out var norm));
        return norm;
    }

    public static void Reduce(InputArray src, OutputArray dst, ReduceDimension dim, ReduceTypes rtype, int dtype) =>
        Check(pdncv_reduce(src, dst, (int)dim, (int)rtype, dtype));

    /// <param name="data">One sample a row, CV_32F.</param>
    /// <param name="k">The number of clusters.</param>
    /// <param name="bestLabels">Gets, and with UseInitialLabels gives, the cluster of each sample as CV_32S.</param>
    /// <param name="criteria">When to end an attempt.</param>
    /// <param name="attempts">How often to begin anew.</param>
    /// <param name="flags">How to choose the first centres.</param>
    /// <param name="centers">Gets the centres, one a row.</param>
    /// <returns>The sum of the squared distances to the centres.</returns>
    public static double Kmeans(
        InputArray data, int k, InputOutputArray bestLabels, TermCriteria criteria, int attempts, KMeansFlags flags, OutputArray? centers = null)
    {
        Check(pdncv_kmeans(data, k, bestLabels, criteria, attempts, (int)flags, Optional(centers), out var compactness));
        return compactness;
    }
}
