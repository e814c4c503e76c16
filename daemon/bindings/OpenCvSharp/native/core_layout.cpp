// core: functions that move pixels and channels about.
#include "pdncv.h"

#include <vector>

using namespace pdncv;

namespace
{
std::vector<cv::Mat> mats(const cv::Mat* const* first, int count)
{
    std::vector<cv::Mat> list;
    for (int i = 0; i < count; i++)
        list.push_back(*first[i]);
    return list;
}
}

PDNCV_API int pdncv_merge(const cv::Mat* const* channels, int count, cv::Mat* dst)
{
    return guarded([&] { cv::merge(mats(channels, count), out(dst)); });
}

PDNCV_API int pdncv_extract_channel(pdncv_input src, cv::Mat* dst, int channel)
{
    return guarded([&] { cv::extractChannel(in(src), out(dst), channel); });
}

PDNCV_API int pdncv_insert_channel(pdncv_input src, cv::Mat* dst, int channel)
{
    return guarded([&] { cv::insertChannel(in(src), out(dst), channel); });
}

PDNCV_API int pdncv_mix_channels(const cv::Mat* const* src, int src_count, cv::Mat* const* dst, int dst_count, const int* pairs, int pair_count)
{
    return guarded([&] {
        const std::vector<cv::Mat> from = mats(src, src_count);
        std::vector<cv::Mat> to = mats(dst, dst_count);
        cv::mixChannels(from.data(), from.size(), to.data(), to.size(), pairs, static_cast<size_t>(pair_count));
    });
}

PDNCV_API int pdncv_copy_make_border(pdncv_input src, cv::Mat* dst, int top, int bottom, int left, int right, int border, pdncv_scalar value)
{
    return guarded([&] { cv::copyMakeBorder(in(src), out(dst), top, bottom, left, right, border, scalar(value)); });
}

PDNCV_API int pdncv_flip(pdncv_input src, cv::Mat* dst, int code)
{
    return guarded([&] { cv::flip(in(src), out(dst), code); });
}

PDNCV_API int pdncv_rotate(pdncv_input src, cv::Mat* dst, int code)
{
    return guarded([&] { cv::rotate(in(src), out(dst), code); });
}

PDNCV_API int pdncv_transpose(pdncv_input src, cv::Mat* dst)
{
    return guarded([&] { cv::transpose(in(src), out(dst)); });
}

PDNCV_API int pdncv_repeat(pdncv_input src, int ny, int nx, cv::Mat* dst)
{
    return guarded([&] { cv::repeat(in(src), ny, nx, out(dst)); });
}

PDNCV_API int pdncv_hconcat(const cv::Mat* const* src, int count, cv::Mat* dst)
{
    return guarded([&] { cv::hconcat(mats(src, count), out(dst)); });
}

PDNCV_API int pdncv_vconcat(const cv::Mat* const* src, int count, cv::Mat* dst)
{
    return guarded([&] { cv::vconcat(mats(src, count), out(dst)); });
}
