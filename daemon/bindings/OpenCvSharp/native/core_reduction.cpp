// core: functions that sum a picture up.
#include "pdncv.h"

using namespace pdncv;

PDNCV_API int pdncv_count_non_zero(pdncv_input src, int32_t* count)
{
    return guarded([&] { *count = cv::countNonZero(in(src)); });
}

PDNCV_API int pdncv_find_non_zero(pdncv_input src, cv::Mat* positions)
{
    return guarded([&] { cv::findNonZero(in(src), out(positions)); });
}

PDNCV_API int pdncv_sum(pdncv_input src, pdncv_scalar* sum)
{
    return guarded([&] { *sum = scalar(cv::sum(in(src))); });
}

PDNCV_API int pdncv_mean(pdncv_input src, pdncv_input mask, pdncv_scalar* mean)
{
    return guarded([&] { *mean = scalar(cv::mean(in(src), in(mask))); });
}

PDNCV_API int pdncv_mean_std_dev(pdncv_input src, cv::Mat* mean, cv::Mat* deviation, pdncv_input mask)
{
    return guarded([&] { cv::meanStdDev(in(src), out(mean), out(deviation), in(mask)); });
}

PDNCV_API int pdncv_mean_std_dev_scalar(pdncv_input src, pdncv_scalar* mean, pdncv_scalar* deviation, pdncv_input mask)
{
    return guarded([&] {
        cv::Scalar m, d;
        cv::meanStdDev(in(src), m, d, in(mask));
        *mean = scalar(m);
        *deviation = scalar(d);
    });
}

PDNCV_API int pdncv_min_max_loc(pdncv_input src, double* least, double* most, pdncv_point* least_at, pdncv_point* most_at, pdncv_input mask)
{
    return guarded([&] {
        cv::Point low, high;
        cv::minMaxLoc(in(src), least, most, &low, &high, in(mask));
        *least_at = point(low);
        *most_at = point(high);
    });
}

// For Mats of more than one channel, of which cv::minMaxLoc with positions wants nothing to know.
PDNCV_API int pdncv_min_max(pdncv_input src, double* least, double* most)
{
    return guarded([&] { cv::minMaxIdx(in(src), least, most); });
}

PDNCV_API int pdncv_norm(pdncv_input src, int type, pdncv_input mask, double* result)
{
    return guarded([&] { *result = cv::norm(in(src), type, in(mask)); });
}

PDNCV_API int pdncv_norm_difference(pdncv_input a, pdncv_input b, int type, pdncv_input mask, double* result)
{
    return guarded([&] { *result = cv::norm(in(a), in(b), type, in(mask)); });
}

PDNCV_API int pdncv_reduce(pdncv_input src, cv::Mat* dst, int dim, int type, int dtype)
{
    return guarded([&] { cv::reduce(in(src), out(dst), dim, type, dtype); });
}

PDNCV_API int pdncv_kmeans(pdncv_input data, int k, cv::Mat* labels, pdncv_criteria stop, int attempts, int flags, cv::Mat* centers, double* compactness)
{
    return guarded([&] { *compactness = cv::kmeans(in(data), k, out(labels), criteria(stop), attempts, flags, out(centers)); });
}
