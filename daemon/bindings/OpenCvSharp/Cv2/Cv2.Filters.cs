using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// imgproc: filters and morphology. An anchor of null is the kernel's centre.
public static partial class Cv2
{
    private static readonly Point Centre = new(-1, -1);

    public static void GaussianBlur(
        InputArray src, OutputArray dst, Size ksize, double sigmaX, double sigmaY = 0, BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_gaussian_blur(src, dst, ksize, sigmaX, sigmaY, (int)borderType));

    public static void Blur(
        InputArray src, OutputArray dst, Size ksize, Point? anchor = null, BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_blur(src, dst, ksize, anchor ?? Centre, (int)borderType));

    public static void BoxFilter(
        InputArray src, OutputArray dst, MatType ddepth, Size ksize, Point? anchor = null, bool normalize = true,
        BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_box_filter(src, dst, ddepth.Value, ksize, anchor ?? Centre, normalize ? 1 : 0, (int)borderType));

    public static void MedianBlur(InputArray src, OutputArray dst, int ksize) => Check(pdncv_median_blur(src, dst, ksize));

    public static void BilateralFilter(
        InputArray src, OutputArray dst, int d, double sigmaColor, double sigmaSpace, BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_bilateral_filter(src, dst, d, sigmaColor, sigmaSpace, (int)borderType));

    public static void Filter2D(
        InputArray src, OutputArray dst, MatType ddepth, InputArray kernel, Point? anchor = null, double delta = 0,
        BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_filter_2d(src, dst, ddepth.Value, kernel, anchor ?? Centre, delta, (int)borderType));

    public static void SepFilter2D(
        InputArray src, OutputArray dst, MatType ddepth, InputArray kernelX, InputArray kernelY, Point? anchor = null, double delta = 0,
        BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_sep_filter_2d(src, dst, ddepth.Value, kernelX, kernelY, anchor ?? Centre, delta, (int)borderType));

    public static void Sobel(
        InputArray src, OutputArray dst, MatType ddepth, int xorder, int yorder, int ksize = 3, double scale = 1, double delta = 0,
        BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_sobel(src, dst, ddepth.Value, xorder, yorder, ksize, scale, delta, (int)borderType));

    public static void Scharr(
        InputArray src, OutputArray dst, MatType ddepth, int xorder, int yorder, double scale = 1, double delta = 0,
        BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_scharr(src, dst, ddepth.Value, xorder, yorder, scale, delta, (int)borderType));

    public static void Laplacian(
        InputArray src, OutputArray dst, MatType ddepth, int ksize = 1, double scale = 1, double delta = 0,
        BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_laplacian(src, dst, ddepth.Value, ksize, scale, delta, (int)borderType));

    public static void Canny(
        InputArray src, OutputArray edges, double threshold1, double threshold2, int apertureSize = 3, bool L2gradient = false) =>
        Check(pdncv_canny(src, edges, threshold1, threshold2, apertureSize, L2gradient ? 1 : 0));

    public static void Dilate(
        InputArray src, OutputArray dst, InputArray? element, Point? anchor = null, int iterations = 1,
        BorderTypes borderType = BorderTypes.Constant, Scalar? borderValue = null) =>
        Check(pdncv_dilate(
            src, dst, Optional(element), anchor ?? Centre, iterations, (int)borderType, borderValue ?? MorphologyDefaultBorderValue()));

    public static void Erode(
        InputArray src, OutputArray dst, InputArray? element, Point? anchor = null, int iterations = 1,
        BorderTypes borderType = BorderTypes.Constant, Scalar? borderValue = null) =>
        Check(pdncv_erode(
            src, dst, Optional(element), anchor ?? Centre, iterations, (int)borderType, borderValue ?? MorphologyDefaultBorderValue()));

    public static void MorphologyEx(
        InputArray src, OutputArray dst, MorphTypes op, InputArray? element, Point? anchor = null, int iterations = 1,
        BorderTypes borderType = BorderTypes.Constant, Scalar? borderValue = null) =>
        Check(pdncv_morphology_ex(
            src, dst, (int)op, Optional(element), anchor ?? Centre, iterations, (int)borderType, borderValue ?? MorphologyDefaultBorderValue()));

    /// <summary>The border that never wins: OpenCV takes it for the least value when dilating, for the greatest when eroding.</summary>
    public static Scalar MorphologyDefaultBorderValue() => Scalar.All(double.MaxValue);

    public static Mat GetStructuringElement(MorphShapes shape, Size ksize) => GetStructuringElement(shape, ksize, Centre);

    public static Mat GetStructuringElement(MorphShapes shape, Size ksize, Point anchor) =>
        Mat.Filled(mat => Check(pdncv_get_structuring_element((int)shape, ksize, anchor, mat)));

    /// <summary>A column of <paramref name="ksize"/> weights that sum to 1; CV_64F unless told otherwise.</summary>
    public static Mat GetGaussianKernel(int ksize, double sigma, MatType? ktype = null) =>
        Mat.Filled(mat => Check(pdncv_get_gaussian_kernel(ksize, sigma, ktype?.Value ?? MatType.CV_64F, mat)));

    /// <summary>Sums over all pixels above and to the left; one row and column larger than <paramref name="src"/>.</summary>
    public static void Integral(InputArray src, OutputArray sum, MatType? sdepth = null) =>
        Check(pdncv_integral(src, sum, sdepth?.Value ?? -1));

    public static void PyrDown(InputArray src, OutputArray dst, Size? dstSize = null, BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_pyr_down(src, dst, dstSize.GetValueOrDefault(), (int)borderType));

    public static void PyrUp(InputArray src, OutputArray dst, Size? dstSize = null, BorderTypes borderType = BorderTypes.Default) =>
        Check(pdncv_pyr_up(src, dst, dstSize.GetValueOrDefault(), (int)borderType));
}
