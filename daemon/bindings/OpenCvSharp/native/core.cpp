// core: arithmetic and per-pixel functions.
#include "pdncv.h"

using namespace pdncv;

PDNCV_API int pdncv_add(pdncv_input a, pdncv_input b, cv::Mat* dst, pdncv_input mask, int dtype)
{
    return guarded([&] { cv::add(in(a), in(b), out(dst), in(mask), dtype); });
}

PDNCV_API int pdncv_subtract(pdncv_input a, pdncv_input b, cv::Mat* dst, pdncv_input mask, int dtype)
{
    return guarded([&] { cv::subtract(in(a), in(b), out(dst), in(mask), dtype); });
}

PDNCV_API int pdncv_multiply(pdncv_input a, pdncv_input b, cv::Mat* dst, double scale, int dtype)
{
    return guarded([&] { cv::multiply(in(a), in(b), out(dst), scale, dtype); });
}

PDNCV_API int pdncv_divide(pdncv_input a, pdncv_input b, cv::Mat* dst, double scale, int dtype)
{
    return guarded([&] { cv::divide(in(a), in(b), out(dst), scale, dtype); });
}

PDNCV_API int pdncv_divide_scale(double scale, pdncv_input b, cv::Mat* dst, int dtype)
{
    return guarded([&] { cv::divide(scale, in(b), out(dst), dtype); });
}

PDNCV_API int pdncv_add_weighted(pdncv_input a, double alpha, pdncv_input b, double beta, double gamma, cv::Mat* dst, int dtype)
{
    return guarded([&] { cv::addWeighted(in(a), alpha, in(b), beta, gamma, out(dst), dtype); });
}

PDNCV_API int pdncv_absdiff(pdncv_input a, pdncv_input b, cv::Mat* dst)
{
    return guarded([&] { cv::absdiff(in(a), in(b), out(dst)); });
}

// The cast tells cv::min from std::min with a comparison.
PDNCV_API int pdncv_min(pdncv_input a, pdncv_input b, cv::Mat* dst)
{
    return guarded([&] { cv::min(in(a), in(b), static_cast<cv::OutputArray>(out(dst))); });
}

PDNCV_API int pdncv_max(pdncv_input a, pdncv_input b, cv::Mat* dst)
{
    return guarded([&] { cv::max(in(a), in(b), static_cast<cv::OutputArray>(out(dst))); });
}

PDNCV_API int pdncv_bitwise_and(pdncv_input a, pdncv_input b, cv::Mat* dst, pdncv_input mask)
{
    return guarded([&] { cv::bitwise_and(in(a), in(b), out(dst), in(mask)); });
}

PDNCV_API int pdncv_bitwise_or(pdncv_input a, pdncv_input b, cv::Mat* dst, pdncv_input mask)
{
    return guarded([&] { cv::bitwise_or(in(a), in(b), out(dst), in(mask)); });
}

PDNCV_API int pdncv_bitwise_xor(pdncv_input a, pdncv_input b, cv::Mat* dst, pdncv_input mask)
{
    return guarded([&] { cv::bitwise_xor(in(a), in(b), out(dst), in(mask)); });
}

PDNCV_API int pdncv_bitwise_not(pdncv_input src, cv::Mat* dst, pdncv_input mask)
{
    return guarded([&] { cv::bitwise_not(in(src), out(dst), in(mask)); });
}

PDNCV_API int pdncv_compare(pdncv_input a, pdncv_input b, cv::Mat* dst, int op)
{
    return guarded([&] { cv::compare(in(a), in(b), out(dst), op); });
}

PDNCV_API int pdncv_in_range(pdncv_input src, pdncv_input lower, pdncv_input upper, cv::Mat* dst)
{
    return guarded([&] { cv::inRange(in(src), in(lower), in(upper), out(dst)); });
}

PDNCV_API int pdncv_exp(pdncv_input src, cv::Mat* dst)
{
    return guarded([&] { cv::exp(in(src), out(dst)); });
}

PDNCV_API int pdncv_log(pdncv_input src, cv::Mat* dst)
{
    return guarded([&] { cv::log(in(src), out(dst)); });
}

PDNCV_API int pdncv_pow(pdncv_input src, double power, cv::Mat* dst)
{
    return guarded([&] { cv::pow(in(src), power, out(dst)); });
}

PDNCV_API int pdncv_sqrt(pdncv_input src, cv::Mat* dst)
{
    return guarded([&] { cv::sqrt(in(src), out(dst)); });
}

PDNCV_API int pdncv_magnitude(pdncv_input x, pdncv_input y, cv::Mat* dst)
{
    return guarded([&] { cv::magnitude(in(x), in(y), out(dst)); });
}

PDNCV_API int pdncv_cart_to_polar(pdncv_input x, pdncv_input y, cv::Mat* magnitude, cv::Mat* angle, int degrees)
{
    return guarded([&] { cv::cartToPolar(in(x), in(y), out(magnitude), out(angle), degrees != 0); });
}

PDNCV_API int pdncv_lut(pdncv_input src, pdncv_input lut, cv::Mat* dst)
{
    return guarded([&] { cv::LUT(in(src), in(lut), out(dst)); });
}

PDNCV_API int pdncv_convert_scale_abs(pdncv_input src, cv::Mat* dst, double alpha, double beta)
{
    return guarded([&] { cv::convertScaleAbs(in(src), out(dst), alpha, beta); });
}

PDNCV_API int pdncv_normalize(pdncv_input src, cv::Mat* dst, double alpha, double beta, int norm, int dtype, pdncv_input mask)
{
    return guarded([&] { cv::normalize(in(src), out(dst), alpha, beta, norm, dtype, in(mask)); });
}

PDNCV_API int pdncv_transform(pdncv_input src, cv::Mat* dst, pdncv_input matrix)
{
    return guarded([&] { cv::transform(in(src), out(dst), in(matrix)); });
}

PDNCV_API int pdncv_dct(pdncv_input src, cv::Mat* dst, int flags)
{
    return guarded([&] { cv::dct(in(src), out(dst), flags); });
}
