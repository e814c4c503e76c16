// imgproc: drawing.
#include "pdncv.h"

#include <opencv2/imgproc.hpp>

#include <vector>

using namespace pdncv;

namespace
{
// Polygons come as one list of points and the number of points of each.
std::vector<std::vector<cv::Point>> polygons(const pdncv_point* points, const int* counts, int polygon_count)
{
    std::vector<std::vector<cv::Point>> list;
    for (int i = 0; i < polygon_count; i++)
    {
        std::vector<cv::Point> polygon;
        for (int j = 0; j < counts[i]; j++)
            polygon.push_back(point(*points++));
        list.push_back(polygon);
    }
    return list;
}
}

PDNCV_API int pdncv_line(cv::Mat* image, pdncv_point a, pdncv_point b, pdncv_scalar color, int thickness, int line, int shift)
{
    return guarded([&] { cv::line(out(image), point(a), point(b), scalar(color), thickness, line, shift); });
}

PDNCV_API int pdncv_circle(cv::Mat* image, pdncv_point center, int radius, pdncv_scalar color, int thickness, int line, int shift)
{
    return guarded([&] { cv::circle(out(image), point(center), radius, scalar(color), thickness, line, shift); });
}

PDNCV_API int pdncv_rectangle(cv::Mat* image, pdncv_point a, pdncv_point b, pdncv_scalar color, int thickness, int line, int shift)
{
    return guarded([&] { cv::rectangle(out(image), point(a), point(b), scalar(color), thickness, line, shift); });
}

PDNCV_API int pdncv_rectangle_rect(cv::Mat* image, pdncv_rect area, pdncv_scalar color, int thickness, int line, int shift)
{
    return guarded([&] { cv::rectangle(out(image), rect(area), scalar(color), thickness, line, shift); });
}

PDNCV_API int pdncv_ellipse(
    cv::Mat* image, pdncv_point center, pdncv_size axes, double angle, double start, double end, pdncv_scalar color, int thickness, int line, int shift)
{
    return guarded([&] { cv::ellipse(out(image), point(center), size(axes), angle, start, end, scalar(color), thickness, line, shift); });
}

PDNCV_API int pdncv_fill_poly(
    cv::Mat* image, const pdncv_point* points, const int* counts, int polygon_count, pdncv_scalar color, int line, int shift, pdncv_point offset)
{
    return guarded([&] { cv::fillPoly(out(image), polygons(points, counts, polygon_count), scalar(color), line, shift, point(offset)); });
}

PDNCV_API int pdncv_polylines(
    cv::Mat* image, const pdncv_point* points, const int* counts, int polygon_count, int closed, pdncv_scalar color, int thickness, int line, int shift)
{
    return guarded([&] { cv::polylines(out(image), polygons(points, counts, polygon_count), closed != 0, scalar(color), thickness, line, shift); });
}

PDNCV_API int pdncv_put_text(
    cv::Mat* image, const char* text, pdncv_point origin, int font, double scale, pdncv_scalar color, int thickness, int line, int bottom_left)
{
    return guarded([&] { cv::putText(out(image), text, point(origin), font, scale, scalar(color), thickness, line, bottom_left != 0); });
}

PDNCV_API int pdncv_get_text_size(const char* text, int font, double scale, int thickness, int32_t* base_line, pdncv_size* result)
{
    return guarded([&] {
        int base = 0;
        *result = size(cv::getTextSize(text, font, scale, thickness, &base));
        *base_line = base;
    });
}
