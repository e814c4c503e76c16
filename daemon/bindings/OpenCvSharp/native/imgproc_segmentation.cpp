// imgproc: distances, regions and floods.
#include "pdncv.h"

#include <opencv2/imgproc.hpp>

using namespace pdncv;

PDNCV_API int pdncv_distance_transform(pdncv_input src, cv::Mat* dst, int distance, int mask, int type)
{
    return guarded([&] { cv::distanceTransform(in(src), out(dst), distance, mask, type); });
}

PDNCV_API int pdncv_distance_transform_labels(pdncv_input src, cv::Mat* dst, cv::Mat* labels, int distance, int mask, int label_type)
{
    return guarded([&] { cv::distanceTransform(in(src), out(dst), out(labels), distance, mask, label_type); });
}

PDNCV_API int pdncv_connected_components(pdncv_input image, cv::Mat* labels, int connectivity, int type, int32_t* count)
{
    return guarded([&] { *count = cv::connectedComponents(in(image), out(labels), connectivity, type); });
}

PDNCV_API int pdncv_connected_components_stats(
    pdncv_input image, cv::Mat* labels, cv::Mat* stats, cv::Mat* centroids, int connectivity, int type, int32_t* count)
{
    return guarded([&] { *count = cv::connectedComponentsWithStats(in(image), out(labels), out(stats), out(centroids), connectivity, type); });
}

PDNCV_API int pdncv_watershed(pdncv_input image, cv::Mat* markers)
{
    return guarded([&] { cv::watershed(in(image), out(markers)); });
}

// mask may be null.
PDNCV_API int pdncv_flood_fill(cv::Mat* image, cv::Mat* mask, pdncv_point seed, pdncv_scalar value, pdncv_rect* filled,
    pdncv_scalar lower, pdncv_scalar upper, int flags, int32_t* area)
{
    return guarded([&] {
        cv::Rect bounds;
        *area = mask == nullptr
            ? cv::floodFill(out(image), point(seed), scalar(value), &bounds, scalar(lower), scalar(upper), flags)
            : cv::floodFill(out(image), out(mask), point(seed), scalar(value), &bounds, scalar(lower), scalar(upper), flags);
        *filled = rect(bounds);
    });
}
