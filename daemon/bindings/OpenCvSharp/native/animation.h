// First frames of animations, which OpenCV 4.6 does not decode and later versions do.
#pragma once

#include <opencv2/core.hpp>

namespace pdncv
{
// Refused above: the pixels of one picture and the length of a side. Headers of a few bytes must not claim gigabytes.
constexpr int64_t most_pixels = 100'000'000;
constexpr int longest_side = 16384;

bool is_gif(const uchar* data, size_t length);

// The first frame on the logical screen as BGR, or BGRA if it has a transparent colour; false if the data are damaged.
bool decode_gif(const uchar* data, size_t length, cv::Mat& picture);

bool is_animated_webp(const uchar* data, size_t length);

// The first frame on the canvas as BGRA, transparent around it; false if the data are damaged.
bool decode_animated_webp(const uchar* data, size_t length, cv::Mat& picture);

// Turns BGR or BGRA into what IMREAD flags ask for, as imdecode does after decoding.
void apply_imread_flags(cv::Mat& picture, int flags);
}
