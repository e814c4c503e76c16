// A tensor's properties, its memory, and the calls that change how its elements are laid out.
#include "shim.h"

PDN_API void pdn_free(Handle self) { delete self; }

// Another handle to the same tensor, not a view of it: autograd sees no difference.
PDN_API Handle pdn_share(Handle self) {
    return guard([&] { return at::Tensor(*self); });
}

PDN_API int32_t pdn_dim(Handle self) { return static_cast<int32_t>(self->dim()); }
PDN_API void pdn_sizes(Handle self, int64_t* sizes) {
    for (const auto size : self->sizes()) *sizes++ = size;
}
PDN_API void pdn_strides(Handle self, int64_t* strides) {
    for (const auto stride : self->strides()) *strides++ = stride;
}
PDN_API int64_t pdn_numel(Handle self) { return self->numel(); }
PDN_API int64_t pdn_element_size(Handle self) { return static_cast<int64_t>(self->element_size()); }
PDN_API int64_t pdn_storage_offset(Handle self) { return self->storage_offset(); }
PDN_API int32_t pdn_dtype(Handle self) { return static_cast<int32_t>(self->scalar_type()); }
PDN_API int32_t pdn_device_type(Handle self) { return static_cast<int32_t>(self->device().type()); }
PDN_API int32_t pdn_device_index(Handle self) { return static_cast<int32_t>(self->device().index()); }
PDN_API bool pdn_is_contiguous(Handle self) { return self->is_contiguous(); }

/// The address of the first element.
PDN_API int32_t pdn_data(Handle self, void** data) {
    return guard([&] { *data = self->data_ptr(); });
}

PDN_API Handle pdn_to(Handle self, int32_t dtype, int32_t device_type, int32_t device_index, bool non_blocking, bool copy) {
    return guard([&] {
        const auto type = dtype < 0 ? self->scalar_type() : static_cast<at::ScalarType>(dtype);
        const auto device = device_type < 0 ? self->device() : pdn::device(device_type, device_index);
        return self->to(device, type, non_blocking, copy);
    });
}
PDN_API Handle pdn_contiguous(Handle self) {
    return guard([&] { return self->contiguous(); });
}
PDN_API Handle pdn_clone(Handle self) {
    return guard([&] { return self->clone(); });
}
PDN_API Handle pdn_alias(Handle self) {
    return guard([&] { return self->alias(); });
}
/// From then on self is source's memory, seen with source's shape and strides.
PDN_API int32_t pdn_set_(Handle self, Handle source) {
    return guard([&] { self->set_(*source); });
}
PDN_API int32_t pdn_copy_(Handle self, Handle source, bool non_blocking) {
    return guard([&] { self->copy_(*source, non_blocking); });
}

PDN_API Handle pdn_permute(Handle self, const int64_t* dims, int32_t count) {
    return guard([&] { return self->permute(pdn::ints(dims, count)); });
}
PDN_API Handle pdn_transpose(Handle self, int64_t first, int64_t second) {
    return guard([&] { return self->transpose(first, second); });
}
PDN_API Handle pdn_narrow(Handle self, int64_t dim, int64_t start, int64_t length) {
    return guard([&] { return self->narrow(dim, start, length); });
}
PDN_API Handle pdn_slice(Handle self, int64_t dim, const int64_t* start, const int64_t* end, int64_t step) {
    return guard([&] { return self->slice(dim, pdn::optional_int(start), pdn::optional_int(end), step); });
}
PDN_API Handle pdn_select(Handle self, int64_t dim, int64_t index) {
    return guard([&] { return self->select(dim, index); });
}
PDN_API Handle pdn_view(Handle self, const int64_t* sizes, int32_t count) {
    return guard([&] { return self->view(pdn::ints(sizes, count)); });
}
PDN_API Handle pdn_reshape(Handle self, const int64_t* sizes, int32_t count) {
    return guard([&] { return self->reshape(pdn::ints(sizes, count)); });
}
PDN_API Handle pdn_flatten(Handle self, int64_t start, int64_t end) {
    return guard([&] { return self->flatten(start, end); });
}
PDN_API Handle pdn_expand(Handle self, const int64_t* sizes, int32_t count, bool implicit) {
    return guard([&] { return self->expand(pdn::ints(sizes, count), implicit); });
}
PDN_API Handle pdn_repeat(Handle self, const int64_t* repeats, int32_t count) {
    return guard([&] { return self->repeat(pdn::ints(repeats, count)); });
}
PDN_API Handle pdn_as_strided(Handle self, const int64_t* sizes, const int64_t* strides, int32_t count, int64_t offset) {
    return guard([&] { return self->as_strided(pdn::ints(sizes, count), pdn::ints(strides, count), offset); });
}
PDN_API Handle pdn_unsqueeze(Handle self, int64_t dim) {
    return guard([&] { return self->unsqueeze(dim); });
}
PDN_API Handle pdn_squeeze(Handle self, const int64_t* dim) {
    return guard([&] { return dim == nullptr ? self->squeeze() : self->squeeze(*dim); });
}
PDN_API Handle pdn_flip(Handle self, const int64_t* dims, int32_t count) {
    return guard([&] { return self->flip(pdn::ints(dims, count)); });
}
PDN_API Handle pdn_roll(Handle self, const int64_t* shifts, int32_t shift_count, const int64_t* dims, int32_t dim_count) {
    return guard([&] { return self->roll(pdn::ints(shifts, shift_count), pdn::ints(dims, dim_count)); });
}
PDN_API Handle pdn_index_select(Handle self, int64_t dim, Handle index) {
    return guard([&] { return self->index_select(dim, *index); });
}
PDN_API Handle pdn_gather(Handle self, int64_t dim, Handle index) {
    return guard([&] { return self->gather(dim, *index); });
}
PDN_API Handle pdn_masked_select(Handle self, Handle mask) {
    return guard([&] { return self->masked_select(*mask); });
}
PDN_API Handle pdn_masked_fill(Handle self, Handle mask, PdnScalar value) {
    return guard([&] { return self->masked_fill(*mask, pdn::scalar(value)); });
}
PDN_API int32_t pdn_masked_fill_(Handle self, Handle mask, PdnScalar value) {
    return guard([&] { self->masked_fill_(*mask, pdn::scalar(value)); });
}
PDN_API Handle pdn_nonzero(Handle self) {
    return guard([&] { return self->nonzero(); });
}

namespace {

// One index a dimension; null means the whole dimension.
c10::List<pdn::Optional<at::Tensor>> index_list(const Handle* indices, int32_t count) {
    c10::List<pdn::Optional<at::Tensor>> list;
    for (int32_t i = 0; i < count; ++i)
        list.push_back(indices[i] == nullptr ? pdn::Optional<at::Tensor>() : pdn::Optional<at::Tensor>(*indices[i]));
    return list;
}

}  // namespace

PDN_API Handle pdn_index(Handle self, const Handle* indices, int32_t count) {
    return guard([&] { return self->index(index_list(indices, count)); });
}
PDN_API int32_t pdn_index_put_(Handle self, const Handle* indices, int32_t count, Handle value, bool accumulate) {
    return guard([&] { self->index_put_(index_list(indices, count), *value, accumulate); });
}
