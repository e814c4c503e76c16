#include "pdncv.h"

#include <opencv2/core/utils/logger.hpp>

#include <cstdlib>
#include <new>
#include <string>

namespace
{
struct Error
{
    int status = 0;
    int line = 0;
    std::string function;
    std::string message;
    std::string file;
};

thread_local Error last_error;

int remember(int kind, int status, const char* function, const char* message, const char* file, int line) noexcept
{
    try
    {
        last_error = {status, line, function, message, file};
    }
    catch (...)
    {
        // No memory for the texts: the status alone says so.
        last_error.status = cv::Error::StsNoMem;
    }
    return kind;
}

// Errors reach the caller as exceptions; OpenCV's log would repeat them on stderr.
__attribute__((constructor)) void quieten_log()
{
    if (std::getenv("OPENCV_LOG_LEVEL") == nullptr)
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
}
}

int pdncv::remember_current_exception() noexcept
{
    try
    {
        throw;
    }
    catch (const cv::Exception& e)
    {
        return remember(PDNCV_OPENCV_ERROR, e.code, e.func.c_str(), e.err.c_str(), e.file.c_str(), e.line);
    }
    catch (const std::bad_alloc&)
    {
        return remember(PDNCV_OPENCV_ERROR, cv::Error::StsNoMem, "", "Not enough memory.", "", 0);
    }
    catch (const std::exception& e)
    {
        return remember(PDNCV_OTHER_ERROR, cv::Error::StsError, "", e.what(), "", 0);
    }
    catch (...)
    {
        return remember(PDNCV_OTHER_ERROR, cv::Error::StsError, "", "A C++ exception of unknown type.", "", 0);
    }
}

// The texts stay valid until the next failing call of this thread.
PDNCV_API void pdncv_last_error(int32_t* status, const char** function, const char** message, const char** file, int32_t* line)
{
    *status = last_error.status;
    *function = last_error.function.c_str();
    *message = last_error.message.c_str();
    *file = last_error.file.c_str();
    *line = last_error.line;
}
