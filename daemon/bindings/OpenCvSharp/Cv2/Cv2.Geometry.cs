using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// imgproc: other sizes, places, colours and thresholds.
public static partial class Cv2
{
    public static void Resize(
        InputArray src, OutputArray dst, Size dsize, double fx = 0, double fy = 0,
        InterpolationFlags interpolation = InterpolationFlags.Linear) =>
        Check(pdncv_resize(src, dst, dsize, fx, fy, (int)interpolation));

    public static void WarpAffine(
        InputArray src, OutputArray dst, InputArray m, Size dsize, InterpolationFlags flags = InterpolationFlags.Linear,
        BorderTypes borderMode = BorderTypes.Constant, Scalar? borderValue = null) =>
        Check(pdncv_warp_affine(src, dst, m, dsize, (int)flags, (int)borderMode, borderValue.GetValueOrDefault()));

    public static void WarpPerspective(
        InputArray src, OutputArray dst, InputArray m, Size dsize, InterpolationFlags flags = InterpolationFlags.Linear,
        BorderTypes borderMode = BorderTypes.Constant, Scalar? borderValue = null) =>
        Check(pdncv_warp_perspective(src, dst, m, dsize, (int)flags, (int)borderMode, borderValue.GetValueOrDefault()));

    public static void Remap(
        InputArray src, OutputArray dst, InputArray map1, InputArray map2, InterpolationFlags interpolation = InterpolationFlags.Linear,
        BorderTypes borderMode = BorderTypes.Constant, Scalar? borderValue = null) =>
        Check(pdncv_remap(src, dst, map1, map2, (int)interpolation, (int)borderMode, borderValue.GetValueOrDefault()));

    /// <param name="center">What stays in place.</param>
    /// <param name="angle">Degrees, counter-clockwise.</param>
    /// <param name="scale">1 keeps the size.</param>
    /// <returns>2 x 3, CV_64F.</returns>
    public static Mat GetRotationMatrix2D(Point2f center, double angle, double scale) =>
        Mat.Filled(mat => Check(pdncv_get_rotation_matrix_2d(center, angle, scale, mat)));

    /// <summary>From three pairs of points (CV_32FC2) to a 2 x 3 matrix.</summary>
    public static Mat GetAffineTransform(InputArray src, InputArray dst) =>
        Mat.Filled(mat => Check(pdncv_get_affine_transform(src, dst, mat)));

    /// <summary>From four pairs of points (CV_32FC2) to a 3 x 3 matrix.</summary>
    public static Mat GetPerspectiveTransform(InputArray src, InputArray dst) =>
        Mat.Filled(mat => Check(pdncv_get_perspective_transform(src, dst, mat)));

    public static void CvtColor(InputArray src, OutputArray dst, ColorConversionCodes code, int dstCn = 0) =>
        Check(pdncv_cvt_color(src, dst, (int)code, dstCn));

    /// <returns>The threshold, which Otsu and Triangle choose themselves.</returns>
    public static double Threshold(InputArray src, OutputArray dst, double thresh, double maxval, ThresholdTypes type)
    {
        Check(pdncv_threshold(src, dst, thresh, maxval, (int)type, out var used));
        return used;
    }

    public static void AdaptiveThreshold(
        InputArray src, OutputArray dst, double maxValue, AdaptiveThresholdTypes adaptiveMethod, ThresholdTypes thresholdType, int blockSize,
        double c) =>
        Check(pdncv_adaptive_threshold(src, dst, maxValue, (int)adaptiveMethod, (int)thresholdType, blockSize, c));

    public static void EqualizeHist(InputArray src, OutputArray dst) => Check(pdncv_equalize_hist(src, dst));
}
