using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

// imgproc: filters, resampling, regions. In the order of the shim.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int pdncv_gaussian_blur(
        InputArray src, OutputArray dst, Size kernel, double sigmaX, double sigmaY, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_blur(InputArray src, OutputArray dst, Size kernel, Point anchor, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_box_filter(
        InputArray src, OutputArray dst, int depth, Size kernel, Point anchor, int normalize, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_median_blur(InputArray src, OutputArray dst, int kernel);

    [LibraryImport(Library)]
    internal static partial int pdncv_bilateral_filter(
        InputArray src, OutputArray dst, int d, double sigmaColor, double sigmaSpace, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_filter_2d(
        InputArray src, OutputArray dst, int depth, InputArray kernel, Point anchor, double delta, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_sep_filter_2d(
        InputArray src, OutputArray dst, int depth, InputArray kernelX, InputArray kernelY, Point anchor, double delta, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_sobel(
        InputArray src, OutputArray dst, int depth, int dx, int dy, int kernel, double scale, double delta, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_scharr(
        InputArray src, OutputArray dst, int depth, int dx, int dy, double scale, double delta, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_laplacian(
        InputArray src, OutputArray dst, int depth, int kernel, double scale, double delta, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_canny(
        InputArray src, OutputArray edges, double threshold1, double threshold2, int aperture, int l2Gradient);

    [LibraryImport(Library)]
    internal static partial int pdncv_dilate(
        InputArray src, OutputArray dst, InputArray element, Point anchor, int iterations, int border, Scalar value);

    [LibraryImport(Library)]
    internal static partial int pdncv_erode(
        InputArray src, OutputArray dst, InputArray element, Point anchor, int iterations, int border, Scalar value);

    [LibraryImport(Library)]
    internal static partial int pdncv_morphology_ex(
        InputArray src, OutputArray dst, int op, InputArray element, Point anchor, int iterations, int border, Scalar value);

    [LibraryImport(Library)]
    internal static partial int pdncv_get_structuring_element(int shape, Size kernel, Point anchor, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_get_gaussian_kernel(int length, double sigma, int type, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_integral(InputArray src, OutputArray sum, int depth);

    [LibraryImport(Library)]
    internal static partial int pdncv_pyr_down(InputArray src, OutputArray dst, Size dstSize, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_pyr_up(InputArray src, OutputArray dst, Size dstSize, int border);

    [LibraryImport(Library)]
    internal static partial int pdncv_resize(InputArray src, OutputArray dst, Size dstSize, double fx, double fy, int interpolation);

    [LibraryImport(Library)]
    internal static partial int pdncv_warp_affine(
        InputArray src, OutputArray dst, InputArray matrix, Size dstSize, int flags, int border, Scalar value);

    [LibraryImport(Library)]
    internal static partial int pdncv_warp_perspective(
        InputArray src, OutputArray dst, InputArray matrix, Size dstSize, int flags, int border, Scalar value);

    [LibraryImport(Library)]
    internal static partial int pdncv_remap(
        InputArray src, OutputArray dst, InputArray map1, InputArray map2, int interpolation, int border, Scalar value);

    [LibraryImport(Library)]
    internal static partial int pdncv_get_rotation_matrix_2d(Point2f center, double angle, double scale, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_get_affine_transform(InputArray src, InputArray dst, OutputArray result);

    [LibraryImport(Library)]
    internal static partial int pdncv_get_perspective_transform(InputArray src, InputArray dst, OutputArray result);

    [LibraryImport(Library)]
    internal static partial int pdncv_cvt_color(InputArray src, OutputArray dst, int code, int channels);

    [LibraryImport(Library)]
    internal static partial int pdncv_threshold(
        InputArray src, OutputArray dst, double threshold, double most, int type, out double used);

    [LibraryImport(Library)]
    internal static partial int pdncv_adaptive_threshold(
        InputArray src, OutputArray dst, double most, int method, int type, int block, double c);

    [LibraryImport(Library)]
    internal static partial int pdncv_equalize_hist(InputArray src, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_calc_hist(
        IntPtr[] images, int imageCount, int[] channels, InputArray mask, OutputArray hist, int dims, int[] sizes, float[] ranges, int uniform, int accumulate);

    [LibraryImport(Library)]
    internal static partial int pdncv_distance_transform(InputArray src, OutputArray dst, int distance, int mask, int type);

    [LibraryImport(Library)]
    internal static partial int pdncv_distance_transform_labels(
        InputArray src, OutputArray dst, OutputArray labels, int distance, int mask, int labelType);

    [LibraryImport(Library)]
    internal static partial int pdncv_connected_components(
        InputArray image, OutputArray labels, int connectivity, int type, out int count);

    [LibraryImport(Library)]
    internal static partial int pdncv_connected_components_stats(
        InputArray image, OutputArray labels, OutputArray stats, OutputArray centroids, int connectivity, int type, out int count);

    [LibraryImport(Library)]
    internal static partial int pdncv_watershed(InputArray image, OutputArray markers);

    [LibraryImport(Library)]
    internal static partial int pdncv_flood_fill(
        OutputArray image, OutputArray mask, Point seed, Scalar value, out Rect filled, Scalar lower, Scalar upper, int flags, out int area);
}
