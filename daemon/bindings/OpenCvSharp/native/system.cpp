// core: the library itself.
#include "pdncv.h"

#include <opencv2/core/utility.hpp>
#include <opencv2/core/utils/logger.hpp>

using namespace pdncv;

PDNCV_API const char* pdncv_version() { return CV_VERSION; }

PDNCV_API const char* pdncv_build_information() { return cv::getBuildInformation().c_str(); }

PDNCV_API int pdncv_set_num_threads(int count)
{
    return guarded([&] { cv::setNumThreads(count); });
}

PDNCV_API int pdncv_get_num_threads(int32_t* count)
{
    return guarded([&] { *count = cv::getNumThreads(); });
}

PDNCV_API int pdncv_set_use_optimized(int on)
{
    return guarded([&] { cv::setUseOptimized(on != 0); });
}

PDNCV_API int pdncv_use_optimized(int32_t* on)
{
    return guarded([&] { *on = cv::useOptimized() ? 1 : 0; });
}

PDNCV_API int pdncv_set_log_level(int level, int32_t* previous)
{
    return guarded([&] { *previous = cv::utils::logging::setLogLevel(static_cast<cv::utils::logging::LogLevel>(level)); });
}

PDNCV_API int pdncv_get_log_level(int32_t* level)
{
    return guarded([&] { *level = cv::utils::logging::getLogLevel(); });
}
