// imgproc: filters and morphology.
#include "pdncv.h"

#include <opencv2/imgproc.hpp>

using namespace pdncv;

PDNCV_API int pdncv_gaussian_blur(pdncv_input src, cv::Mat* dst, pdncv_size kernel, double sigma_x, double sigma_y, int border)
{
    return guarded([&] { cv::GaussianBlur(in(src), out(dst), size(kernel), sigma_x, sigma_y, border); });
}

PDNCV_API int pdncv_blur(pdncv_input src, cv::Mat* dst, pdncv_size kernel, pdncv_point anchor, int border)
{
    return guarded([&] { cv::blur(in(src), out(dst), size(kernel), point(anchor), border); });
}

PDNCV_API int pdncv_box_filter(pdncv_input src, cv::Mat* dst, int depth, pdncv_size kernel, pdncv_point anchor, int normalize, int border)
{
    return guarded([&] { cv::boxFilter(in(src), out(dst), depth, size(kernel), point(anchor), normalize != 0, border); });
}

PDNCV_API int pdncv_median_blur(pdncv_input src, cv::Mat* dst, int kernel)
{
    return guarded([&] { cv::medianBlur(in(src), out(dst), kernel); });
}

PDNCV_API int pdncv_bilateral_filter(pdncv_input src, cv::Mat* dst, int d, double sigma_color, double sigma_space, int border)
{
    return guarded([&] { cv::bilateralFilter(in(src), out(dst), d, sigma_color, sigma_space, border); });
}

PDNCV_API int pdncv_filter_2d(pdncv_input src, cv::Mat* dst, int depth, pdncv_input kernel, pdncv_point anchor, double delta, int border)
{
    return guarded([&] { cv::filter2D(in(src), out(dst), depth, in(kernel), point(anchor), delta, border); });
}

PDNCV_API int pdncv_sep_filter_2d(pdncv_input src, cv::Mat* dst, int depth, pdncv_input kernel_x, pdncv_input kernel_y, pdncv_point anchor, double delta, int border)
{
    return guarded([&] { cv::sepFilter2D(in(src), out(dst), depth, in(kernel_x), in(kernel_y), point(anchor), delta, border); });
}

PDNCV_API int pdncv_sobel(pdncv_input src, cv::Mat* dst, int depth, int dx, int dy, int kernel, double scale, double delta, int border)
{
    return guarded([&] { cv::Sobel(in(src), out(dst), depth, dx, dy, kernel, scale, delta, border); });
}

PDNCV_API int pdncv_scharr(pdncv_input src, cv::Mat* dst, int depth, int dx, int dy, double scale, double delta, int border)
{
    return guarded([&] { cv::Scharr(in(src), out(dst), depth, dx, dy, scale, delta, border); });
}

PDNCV_API int pdncv_laplacian(pdncv_input src, cv::Mat* dst, int depth, int kernel, double scale, double delta, int border)
{
    return guarded([&] { cv::Laplacian(in(src), out(dst), depth, kernel, scale, delta, border); });
}

PDNCV_API int pdncv_canny(pdncv_input src, cv::Mat* edges, double threshold1, double threshold2, int aperture, int l2_gradient)
{
    return guarded([&] { cv::Canny(in(src), out(edges), threshold1, threshold2, aperture, l2_gradient != 0); });
}

PDNCV_API int pdncv_dilate(pdncv_input src, cv::Mat* dst, pdncv_input element, pdncv_point anchor, int iterations, int border, pdncv_scalar value)
{
    return guarded([&] { cv::dilate(in(src), out(dst), in(element), point(anchor), iterations, border, scalar(value)); });
}

PDNCV_API int pdncv_erode(pdncv_input src, cv::Mat* dst, pdncv_input element, pdncv_point anchor, int iterations, int border, pdncv_scalar value)
{
    return guarded([&] { cv::erode(in(src), out(dst), in(element), point(anchor), iterations, border, scalar(value)); });
}

PDNCV_API int pdncv_morphology_ex(pdncv_input src, cv::Mat* dst, int op, pdncv_input element, pdncv_point anchor, int iterations, int border, pdncv_scalar value)
{
    return guarded([&] { cv::morphologyEx(in(src), out(dst), op, in(element), point(anchor), iterations, border, scalar(value)); });
}

PDNCV_API int pdncv_get_structuring_element(int shape, pdncv_size kernel, pdncv_point anchor, cv::Mat* dst)
{
    return guarded([&] { *dst = cv::getStructuringElement(shape, size(kernel), point(anchor)); });
}

PDNCV_API int pdncv_get_gaussian_kernel(int length, double sigma, int type, cv::Mat* dst)
{
    return guarded([&] { *dst = cv::getGaussianKernel(length, sigma, type); });
}

PDNCV_API int pdncv_integral(pdncv_input src, cv::Mat* sum, int depth)
{
    return guarded([&] { cv::integral(in(src), out(sum), depth); });
}

PDNCV_API int pdncv_pyr_down(pdncv_input src, cv::Mat* dst, pdncv_size dst_size, int border)
{
    return guarded([&] { cv::pyrDown(in(src), out(dst), size(dst_size), border); });
}

PDNCV_API int pdncv_pyr_up(pdncv_input src, cv::Mat* dst, pdncv_size dst_size, int border)
{
    return guarded([&] { cv::pyrUp(in(src), out(dst), size(dst_size), border); });
}
