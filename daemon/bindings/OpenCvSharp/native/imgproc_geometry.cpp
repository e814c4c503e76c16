// imgproc: resampling, and colour conversion, thresholds and histograms.
#include "pdncv.h"

#include <opencv2/imgproc.hpp>

#include <vector>

using namespace pdncv;

PDNCV_API int pdncv_resize(pdncv_input src, cv::Mat* dst, pdncv_size dst_size, double fx, double fy, int interpolation)
{
    return guarded([&] { cv::resize(in(src), out(dst), size(dst_size), fx, fy, interpolation); });
}

PDNCV_API int pdncv_warp_affine(pdncv_input src, cv::Mat* dst, pdncv_input matrix, pdncv_size dst_size, int flags, int border, pdncv_scalar value)
{
    return guarded([&] { cv::warpAffine(in(src), out(dst), in(matrix), size(dst_size), flags, border, scalar(value)); });
}

PDNCV_API int pdncv_warp_perspective(pdncv_input src, cv::Mat* dst, pdncv_input matrix, pdncv_size dst_size, int flags, int border, pdncv_scalar value)
{
    return guarded([&] { cv::warpPerspective(in(src), out(dst), in(matrix), size(dst_size), flags, border, scalar(value)); });
}

PDNCV_API int pdncv_remap(pdncv_input src, cv::Mat* dst, pdncv_input map1, pdncv_input map2, int interpolation, int border, pdncv_scalar value)
{
    return guarded([&] { cv::remap(in(src), out(dst), in(map1), in(map2), interpolation, border, scalar(value)); });
}

PDNCV_API int pdncv_get_rotation_matrix_2d(pdncv_point2f center, double angle, double scale, cv::Mat* dst)
{
    return guarded([&] { *dst = cv::getRotationMatrix2D(point(center), angle, scale); });
}

PDNCV_API int pdncv_get_affine_transform(pdncv_input src, pdncv_input dst, cv::Mat* result)
{
    return guarded([&] { *result = cv::getAffineTransform(in(src), in(dst)); });
}

PDNCV_API int pdncv_get_perspective_transform(pdncv_input src, pdncv_input dst, cv::Mat* result)
{
    return guarded([&] { *result = cv::getPerspectiveTransform(in(src), in(dst)); });
}

PDNCV_API int pdncv_cvt_color(pdncv_input src, cv::Mat* dst, int code, int channels)
{
    return guarded([&] { cv::cvtColor(in(src), out(dst), code, channels); });
}

PDNCV_API int pdncv_threshold(pdncv_input src, cv::Mat* dst, double threshold, double most, int type, double* used)
{
    return guarded([&] { *used = cv::threshold(in(src), out(dst), threshold, most, type); });
}

PDNCV_API int pdncv_adaptive_threshold(pdncv_input src, cv::Mat* dst, double most, int method, int type, int block, double c)
{
    return guarded([&] { cv::adaptiveThreshold(in(src), out(dst), most, method, type, block, c); });
}

PDNCV_API int pdncv_equalize_hist(pdncv_input src, cv::Mat* dst)
{
    return guarded([&] { cv::equalizeHist(in(src), out(dst)); });
}

// ranges holds all lower and upper bounds one after the other: two a dimension if uniform, else size + 1 a dimension.
PDNCV_API int pdncv_calc_hist(const cv::Mat* const* images, int image_count, const int* channels, pdncv_input mask, cv::Mat* hist,
    int dims, const int* sizes, const float* ranges, int uniform, int accumulate)
{
    return guarded([&] {
        std::vector<cv::Mat> list;
        for (int i = 0; i < image_count; i++)
            list.push_back(*images[i]);
        std::vector<const float*> bounds;
        for (int i = 0; i < dims; i++)
        {
            bounds.push_back(ranges);
            ranges += uniform != 0 ? 2 : sizes[i] + 1;
        }
        cv::calcHist(list.data(), image_count, channels, in(mask), *hist, dims, sizes, bounds.data(), uniform != 0, accumulate != 0);
    });
}
