// Mat: its header, its views, its pixels.
#include "pdncv.h"

#include <vector>

using namespace pdncv;

// What managed code reads of a Mat in one call.
struct pdncv_mat_header
{
    int32_t flags, dims, rows, cols;
    void* data;
    int64_t step, elem_size, total;
};

PDNCV_API void pdncv_mat_delete(cv::Mat* mat) { delete mat; }

PDNCV_API int pdncv_mat_new(cv::Mat** result)
{
    return guarded([&] { *result = new cv::Mat(); });
}

PDNCV_API int pdncv_mat_new_sizes(int dims, const int* sizes, int type, cv::Mat** result)
{
    return guarded([&] { *result = new cv::Mat(dims, sizes, type); });
}

PDNCV_API int pdncv_mat_new_data(int rows, int cols, int type, void* data, int64_t step, cv::Mat** result)
{
    return guarded([&] { *result = new cv::Mat(rows, cols, type, data, static_cast<size_t>(step)); });
}

PDNCV_API int pdncv_mat_new_header(const cv::Mat* mat, cv::Mat** result)
{
    return guarded([&] { *result = new cv::Mat(*mat); });
}

PDNCV_API int pdncv_mat_new_rect(const cv::Mat* mat, pdncv_rect roi, cv::Mat** result)
{
    return guarded([&] { *result = new cv::Mat(*mat, rect(roi)); });
}

PDNCV_API int pdncv_mat_new_reshaped(const cv::Mat* mat, int channels, int dims, const int* sizes, cv::Mat** result)
{
    return guarded([&] { *result = new cv::Mat(mat->reshape(channels, dims, sizes)); });
}

PDNCV_API int pdncv_mat_new_rows(const cv::Mat* mat, int channels, int rows, cv::Mat** result)
{
    return guarded([&] { *result = new cv::Mat(mat->reshape(channels, rows)); });
}

PDNCV_API void pdncv_mat_header(const cv::Mat* mat, struct pdncv_mat_header* header)
{
    header->flags = mat->flags;
    header->dims = mat->dims;
    header->rows = mat->rows;
    header->cols = mat->cols;
    header->data = mat->data;
    header->step = mat->dims > 0 ? static_cast<int64_t>(mat->step[0]) : 0;
    header->elem_size = mat->dims > 0 ? static_cast<int64_t>(mat->elemSize()) : 0;
    header->total = static_cast<int64_t>(mat->total());
}

PDNCV_API int pdncv_mat_dimension(const cv::Mat* mat, int dim, int32_t* size, int64_t* step)
{
    return guarded([&] {
        CV_Assert(dim >= 0 && dim < mat->dims);
        *size = mat->size[dim];
        *step = static_cast<int64_t>(mat->step[dim]);
    });
}

PDNCV_API int pdncv_mat_create(cv::Mat* mat, int dims, const int* sizes, int type)
{
    return guarded([&] { mat->create(dims, sizes, type); });
}

PDNCV_API int pdncv_mat_release(cv::Mat* mat)
{
    return guarded([&] { mat->release(); });
}

PDNCV_API int pdncv_mat_copy_to(const cv::Mat* mat, cv::Mat* dst, pdncv_input mask)
{
    return guarded([&] { mask.kind == PDNCV_NONE ? mat->copyTo(*dst) : mat->copyTo(*dst, in(mask)); });
}

PDNCV_API int pdncv_mat_convert_to(const cv::Mat* mat, cv::Mat* dst, int type, double alpha, double beta)
{
    return guarded([&] { mat->convertTo(*dst, type, alpha, beta); });
}

PDNCV_API int pdncv_mat_set_to(cv::Mat* mat, pdncv_input value, pdncv_input mask)
{
    return guarded([&] { mat->setTo(in(value), in(mask)); });
}
