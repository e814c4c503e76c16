// imgcodecs: pictures from and to bytes.
#include "animation.h"
#include "pdncv.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <vector>

using namespace pdncv;

void pdncv::apply_imread_flags(cv::Mat& picture, int flags)
{
    if (flags == cv::IMREAD_UNCHANGED)
        return;
    const bool color = (flags & (cv::IMREAD_COLOR | cv::IMREAD_ANYCOLOR)) != 0;
    const bool alpha = picture.channels() == 4;
    if (color && alpha)
        cv::cvtColor(picture, picture, cv::COLOR_BGRA2BGR);
    else if (!color)
        cv::cvtColor(picture, picture, alpha ? cv::COLOR_BGRA2GRAY : cv::COLOR_BGR2GRAY);

    const int divisor = flags & cv::IMREAD_REDUCED_GRAYSCALE_2 ? 2 : flags & cv::IMREAD_REDUCED_GRAYSCALE_4 ? 4 : flags & cv::IMREAD_REDUCED_GRAYSCALE_8 ? 8 : 1;
    if (divisor > 1)
    {
        const cv::Size reduced(std::max(1, picture.cols / divisor), std::max(1, picture.rows / divisor));
        cv::resize(picture, picture, reduced, 0, 0, cv::INTER_LINEAR_EXACT);
    }
}

// Leaves dst empty if the bytes are no picture or a damaged one.
PDNCV_API int pdncv_imdecode(const uint8_t* data, int64_t length, int flags, cv::Mat* dst)
{
    return guarded([&] {
        CV_Assert(data != nullptr && length > 0 && length <= INT32_MAX);
        const auto size = static_cast<size_t>(length);
        dst->release();
        if (is_gif(data, size) || is_animated_webp(data, size))
        {
            cv::Mat picture;
            const bool decoded = is_gif(data, size) ? decode_gif(data, size, picture) : decode_animated_webp(data, size, picture);
            if (decoded)
            {
                apply_imread_flags(picture, flags);
                *dst = picture;
            }
            return;
        }

        const cv::Mat bytes(1, static_cast<int>(length), CV_8UC1, const_cast<uint8_t*>(data));
        *dst = cv::imdecode(bytes, flags);
    });
}

// The encoded bytes become the pixels of dst, one row of CV_8UC1; empty if no encoder wants the picture.
PDNCV_API int pdncv_imencode(const char* extension, pdncv_input image, const int* parameters, int parameter_count, cv::Mat* dst, int32_t* encoded)
{
    return guarded([&] {
        std::vector<uchar> bytes;
        const std::vector<int> list(parameters, parameters + parameter_count);
        *encoded = cv::imencode(extension, in(image), bytes, list) ? 1 : 0;
        if (*encoded != 0)
            cv::Mat(1, static_cast<int>(bytes.size()), CV_8UC1, bytes.data()).copyTo(*dst);
    });
}
