// Calls that make one number of many, and comparisons of whole tensors.
#include "shim.h"

PDN_API Handle pdn_sum(Handle self, int32_t dtype) {
    return guard([&] { return self->sum(pdn::optional_type(dtype)); });
}
PDN_API Handle pdn_sum_dims(Handle self, const int64_t* dims, int32_t count, bool keepdim, int32_t dtype) {
    return guard([&] { return self->sum(pdn::ints(dims, count), keepdim, pdn::optional_type(dtype)); });
}
PDN_API Handle pdn_mean(Handle self) {
    return guard([&] { return self->mean(); });
}
PDN_API Handle pdn_mean_dims(Handle self, const int64_t* dims, int32_t count, bool keepdim, int32_t dtype) {
    return guard([&] { return self->mean(pdn::ints(dims, count), keepdim, pdn::optional_type(dtype)); });
}
PDN_API Handle pdn_std(Handle self, bool unbiased) {
    return guard([&] { return self->std(unbiased); });
}
PDN_API Handle pdn_std_dims(Handle self, const int64_t* dims, int32_t count, bool unbiased, bool keepdim) {
    return guard([&] { return self->std(pdn::ints(dims, count), unbiased, keepdim); });
}
PDN_API Handle pdn_var(Handle self, bool unbiased) {
    return guard([&] { return self->var(unbiased); });
}
PDN_API Handle pdn_var_dims(Handle self, const int64_t* dims, int32_t count, bool unbiased, bool keepdim) {
    return guard([&] { return self->var(pdn::ints(dims, count), unbiased, keepdim); });
}
PDN_API Handle pdn_max(Handle self) {
    return guard([&] { return self->max(); });
}
PDN_API Handle pdn_min(Handle self) {
    return guard([&] { return self->min(); });
}
PDN_API int32_t pdn_max_dim(Handle self, int64_t dim, bool keepdim, Handle* values, Handle* indices) {
    return guard([&] {
        auto result = self->max(dim, keepdim);
        *values = new at::Tensor(std::get<0>(result));
        *indices = new at::Tensor(std::get<1>(result));
    });
}
PDN_API int32_t pdn_min_dim(Handle self, int64_t dim, bool keepdim, Handle* values, Handle* indices) {
    return guard([&] {
        auto result = self->min(dim, keepdim);
        *values = new at::Tensor(std::get<0>(result));
        *indices = new at::Tensor(std::get<1>(result));
    });
}
PDN_API int32_t pdn_sort(Handle self, int64_t dim, bool descending, bool stable, Handle* values, Handle* indices) {
    return guard([&] {
        auto result = self->sort(pdn::Optional<bool>(stable), dim, descending);
        *values = new at::Tensor(std::get<0>(result));
        *indices = new at::Tensor(std::get<1>(result));
    });
}
PDN_API Handle pdn_amax(Handle self, const int64_t* dims, int32_t count, bool keepdim) {
    return guard([&] { return self->amax(pdn::ints(dims, count), keepdim); });
}
PDN_API Handle pdn_amin(Handle self, const int64_t* dims, int32_t count, bool keepdim) {
    return guard([&] { return self->amin(pdn::ints(dims, count), keepdim); });
}
PDN_API Handle pdn_argmax(Handle self, const int64_t* dim, bool keepdim) {
    return guard([&] { return self->argmax(pdn::optional_int(dim), keepdim); });
}
PDN_API Handle pdn_argmin(Handle self, const int64_t* dim, bool keepdim) {
    return guard([&] { return self->argmin(pdn::optional_int(dim), keepdim); });
}
PDN_API Handle pdn_all(Handle self) {
    return guard([&] { return self->all(); });
}
PDN_API Handle pdn_all_dim(Handle self, int64_t dim, bool keepdim) {
    return guard([&] { return self->all(dim, keepdim); });
}
PDN_API Handle pdn_any(Handle self) {
    return guard([&] { return self->any(); });
}
PDN_API Handle pdn_any_dim(Handle self, int64_t dim, bool keepdim) {
    return guard([&] { return self->any(dim, keepdim); });
}
PDN_API Handle pdn_median(Handle self) {
    return guard([&] { return self->median(); });
}
PDN_API Handle pdn_cumsum(Handle self, int64_t dim, int32_t dtype) {
    return guard([&] { return self->cumsum(dim, pdn::optional_type(dtype)); });
}
PDN_API Handle pdn_norm(Handle self, PdnScalar power) {
    return guard([&] { return self->norm(pdn::scalar(power)); });
}
PDN_API Handle pdn_norm_dim(Handle self, PdnScalar power, int64_t dim, bool keepdim) {
    return guard([&] { return self->norm(pdn::optional_scalar(power), pdn::ints(&dim, 1), keepdim); });
}
PDN_API int32_t pdn_equal(Handle self, Handle other, bool* result) {
    return guard([&] { *result = self->equal(*other); });
}
PDN_API int32_t pdn_allclose(Handle self, Handle other, double relative, double absolute, bool equal_nan, bool* result) {
    return guard([&] { *result = self->allclose(*other, relative, absolute, equal_nan); });
}
