// Calls that make tensors from nothing, from memory or from other tensors.
#include "shim.h"

namespace {

at::TensorOptions options(int32_t dtype, int32_t device_type, int32_t device_index, bool requires_grad) {
    return at::TensorOptions()
        .dtype(static_cast<at::ScalarType>(dtype))
        .device(pdn::device(device_type, device_index))
        .requires_grad(requires_grad);
}

// ATen's functions ignore requires_grad in the options: the variable has to be told afterwards.
at::Tensor with_grad(at::Tensor tensor, bool requires_grad) {
    if (requires_grad) tensor.set_requires_grad(true);
    return tensor;
}

pdn::Optional<at::Generator> generator_or_none(at::Generator* generator) {
    return generator == nullptr ? pdn::Optional<at::Generator>() : pdn::Optional<at::Generator>(*generator);
}

}  // namespace

#define PDN_OPTIONS int32_t dtype, int32_t device_type, int32_t device_index, bool requires_grad
#define PDN_MAKE(expression)                                                                        \
    guard([&] {                                                                                     \
        const auto opts = options(dtype, device_type, device_index, false);                         \
        return with_grad((expression), requires_grad);                                              \
    })

PDN_API Handle pdn_zeros(const int64_t* sizes, int32_t count, PDN_OPTIONS) {
    return PDN_MAKE(at::zeros(pdn::ints(sizes, count), opts));
}
PDN_API Handle pdn_ones(const int64_t* sizes, int32_t count, PDN_OPTIONS) {
    return PDN_MAKE(at::ones(pdn::ints(sizes, count), opts));
}
PDN_API Handle pdn_empty(const int64_t* sizes, int32_t count, PDN_OPTIONS) {
    return PDN_MAKE(at::empty(pdn::ints(sizes, count), opts));
}
PDN_API Handle pdn_full(const int64_t* sizes, int32_t count, PdnScalar value, PDN_OPTIONS) {
    return PDN_MAKE(at::full(pdn::ints(sizes, count), pdn::scalar(value), opts));
}
PDN_API Handle pdn_rand(const int64_t* sizes, int32_t count, at::Generator* generator, PDN_OPTIONS) {
    return PDN_MAKE(at::rand(pdn::ints(sizes, count), generator_or_none(generator), opts));
}
PDN_API Handle pdn_randn(const int64_t* sizes, int32_t count, at::Generator* generator, PDN_OPTIONS) {
    return PDN_MAKE(at::randn(pdn::ints(sizes, count), generator_or_none(generator), opts));
}
PDN_API Handle pdn_randint(int64_t low, int64_t high, const int64_t* sizes, int32_t count, at::Generator* generator,
                           PDN_OPTIONS) {
    return PDN_MAKE(at::randint(low, high, pdn::ints(sizes, count), generator_or_none(generator), opts));
}
PDN_API Handle pdn_randperm(int64_t length, at::Generator* generator, PDN_OPTIONS) {
    return PDN_MAKE(at::randperm(length, generator_or_none(generator), opts));
}
PDN_API Handle pdn_arange(PdnScalar start, PdnScalar stop, PdnScalar step, PDN_OPTIONS) {
    return PDN_MAKE(at::arange(pdn::scalar(start), pdn::scalar(stop), pdn::scalar(step), opts));
}
PDN_API Handle pdn_linspace(double start, double stop, int64_t steps, PDN_OPTIONS) {
    return PDN_MAKE(at::linspace(start, stop, steps, opts));
}
PDN_API Handle pdn_eye(int64_t rows, int64_t columns, PDN_OPTIONS) { return PDN_MAKE(at::eye(rows, columns, opts)); }

/// A tensor over the caller's memory, in CPU memory and contiguous. libtorch calls release(context) when no tensor uses it any more.
PDN_API Handle pdn_from_memory(void* data, const int64_t* sizes, int32_t count, int32_t dtype, void (*release)(void*),
                               void* context) {
    return guard([&] {
        return at::from_blob(
            data, pdn::ints(sizes, count), [release, context](void*) { release(context); },
            at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype)));
    });
}

PDN_API Handle pdn_cat(const Handle* list, int32_t count, int64_t dim) {
    return guard([&] { return at::cat(pdn::tensors(list, count), dim); });
}
PDN_API Handle pdn_stack(const Handle* list, int32_t count, int64_t dim) {
    return guard([&] { return at::stack(pdn::tensors(list, count), dim); });
}

PDN_API int32_t pdn_uniform_(Handle self, double from, double to, at::Generator* generator) {
    return guard([&] { self->uniform_(from, to, generator_or_none(generator)); });
}
PDN_API int32_t pdn_normal_(Handle self, double mean, double deviation, at::Generator* generator) {
    return guard([&] { self->normal_(mean, deviation, generator_or_none(generator)); });
}
PDN_API int32_t pdn_bernoulli_(Handle self, double probability, at::Generator* generator) {
    return guard([&] { self->bernoulli_(probability, generator_or_none(generator)); });
}
