// What every part of the shim shares: the C types that cross the border, and the guard around each call.
#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <utility>

#define PDNCV_API extern "C" __attribute__((visibility("default")))

// The C forms of Point, Point2f, Size, Rect, Range, Scalar and TermCriteria; the managed structs have the same layout.
struct pdncv_point { int32_t x, y; };
struct pdncv_point2f { float x, y; };
struct pdncv_size { int32_t width, height; };
struct pdncv_rect { int32_t x, y, width, height; };
struct pdncv_scalar { double value[4]; };
struct pdncv_criteria { int32_t type, max_count; double epsilon; };

// An input: nothing, a Mat, or one to four numbers. Numbers stay distinct from a Mat that holds the same numbers, because
// OpenCV's arithmetic treats the two differently.
struct pdncv_input
{
    const cv::Mat* mat;
    int32_t kind;
    pdncv_scalar scalar;
};

enum { PDNCV_NONE = 0, PDNCV_MAT = 1, PDNCV_SCALAR = 2, PDNCV_DOUBLE = 3 };

// What a guarded call returns; details come from pdncv_last_error.
enum { PDNCV_OK = 0, PDNCV_OPENCV_ERROR = 1, PDNCV_OTHER_ERROR = 2 };

namespace pdncv
{
// Keeps the error of this thread until the next one. Called inside a catch block; tells the kinds apart by rethrowing.
int remember_current_exception() noexcept;

// Runs one call; no C++ exception passes the border.
template <class Call>
int guarded(Call&& call) noexcept
{
    try
    {
        std::forward<Call>(call)();
        return PDNCV_OK;
    }
    catch (...)
    {
        return remember_current_exception();
    }
}

// The arguments as OpenCV wants them. in() refers to its argument, which therefore must outlive the call.
inline cv::_InputArray in(const pdncv_input& input)
{
    switch (input.kind)
    {
    case PDNCV_MAT: return cv::_InputArray(*input.mat);
    // As in OpenCV, where Scalar is a Matx of four doubles; _InputArray keeps but the address and the shape.
    case PDNCV_SCALAR: return cv::_InputArray(*static_cast<const cv::Matx41d*>(static_cast<const void*>(input.scalar.value)));
    case PDNCV_DOUBLE: return cv::_InputArray(input.scalar.value[0]);
    default: return cv::_InputArray();
    }
}

inline cv::_InputOutputArray out(cv::Mat* mat)
{
    return mat == nullptr ? cv::_InputOutputArray() : cv::_InputOutputArray(*mat);
}

inline cv::Point point(pdncv_point p) { return {p.x, p.y}; }
inline cv::Point2f point(pdncv_point2f p) { return {p.x, p.y}; }
inline cv::Size size(pdncv_size s) { return {s.width, s.height}; }
inline cv::Rect rect(pdncv_rect r) { return {r.x, r.y, r.width, r.height}; }
inline cv::Scalar scalar(pdncv_scalar s) { return {s.value[0], s.value[1], s.value[2], s.value[3]}; }
inline cv::TermCriteria criteria(pdncv_criteria c) { return {c.type, c.max_count, c.epsilon}; }
inline pdncv_point point(cv::Point p) { return {p.x, p.y}; }
inline pdncv_size size(cv::Size s) { return {s.width, s.height}; }
inline pdncv_rect rect(cv::Rect r) { return {r.x, r.y, r.width, r.height}; }
inline pdncv_scalar scalar(const cv::Scalar& s) { return {{s[0], s[1], s[2], s[3]}}; }
}
