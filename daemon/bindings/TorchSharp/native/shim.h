// What every file of the shim shares: the C ABI's types and the wall that keeps C++ exceptions out of managed code.
//
// Rules of the ABI
//   - A function that makes a tensor returns a new handle, or null after an error. The caller owns the handle.
//   - A function that makes none returns 0, or 1 after an error. Properties that cannot fail return their value.
//   - After an error pdn_last_error() on the same thread says what libtorch said.
//   - A null tensor argument means "not given". A dtype of -1 means "not given"; so does a device type of -1.
//   - Only calls of ATen that kept their signature from libtorch 1.13 to 2.11 are used.
#pragma once

#include <ATen/ATen.h>
#include <torch/version.h>

#include <cstdint>
#include <exception>
#include <type_traits>
#include <utility>
#include <vector>

#define PDN_API extern "C" __attribute__((visibility("default")))

using Handle = at::Tensor*;

/// A number as TorchSharp's Scalar carries it.
struct PdnScalar {
    int32_t kind;  // 0 not given, 1 integer, 2 floating point, 3 boolean
    int64_t bits;  // the integer, or the bits of the double
};

namespace pdn {

// c10::optional became an alias of std::optional in the 2.x series and was removed later.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 5)
template <class T>
using Optional = std::optional<T>;
#else
template <class T>
using Optional = c10::optional<T>;
#endif

void set_last_error(const char* message) noexcept;

/// Runs a body that returns a tensor: its new handle, or null after an error.
template <class Body>
Handle run(Body&& body, std::false_type /* no void */) {
    return new at::Tensor(body());
}

/// Runs a body that returns nothing: 0.
template <class Body>
int32_t run(Body&& body, std::true_type /* void */) {
    body();
    return 0;
}

inline Handle failed(std::false_type) { return nullptr; }
inline int32_t failed(std::true_type) { return 1; }

/// Runs a body and turns whatever it throws into the thread's last error.
template <class Body>
auto guard(Body&& body) noexcept -> decltype(failed(std::is_void<decltype(body())>{})) {
    using Void = std::is_void<decltype(body())>;
    try {
        return run(std::forward<Body>(body), Void{});
    } catch (const c10::Error& error) {
        set_last_error(error.what_without_backtrace());
    } catch (const std::exception& error) {
        set_last_error(error.what());
    } catch (...) {
        set_last_error("libtorch threw something that is no std::exception.");
    }
    return failed(Void{});
}

inline at::Scalar scalar(PdnScalar value) {
    if (value.kind == 2) {
        double number;
        static_assert(sizeof(number) == sizeof(value.bits), "a double has 64 bits");
        __builtin_memcpy(&number, &value.bits, sizeof(number));
        return at::Scalar(number);
    }
    if (value.kind == 3) return at::Scalar(value.bits != 0);
    return at::Scalar(value.bits);
}

inline Optional<at::Scalar> optional_scalar(PdnScalar value) {
    return value.kind == 0 ? Optional<at::Scalar>() : Optional<at::Scalar>(scalar(value));
}

inline Optional<at::ScalarType> optional_type(int32_t dtype) {
    return dtype < 0 ? Optional<at::ScalarType>() : Optional<at::ScalarType>(static_cast<at::ScalarType>(dtype));
}

inline Optional<double> optional_double(const double* value) {
    return value == nullptr ? Optional<double>() : Optional<double>(*value);
}

inline Optional<int64_t> optional_int(const int64_t* value) {
    return value == nullptr ? Optional<int64_t>() : Optional<int64_t>(*value);
}

/// The tensor, or an undefined one, which ATen takes for "not given".
inline at::Tensor optional_tensor(const at::Tensor* value) { return value == nullptr ? at::Tensor() : *value; }

inline at::IntArrayRef ints(const int64_t* values, int32_t count) {
    return at::IntArrayRef(values, static_cast<size_t>(count));
}

inline at::Device device(int32_t type, int32_t index) {
    return at::Device(static_cast<at::DeviceType>(type), static_cast<c10::DeviceIndex>(index));
}

inline std::vector<at::Tensor> tensors(const Handle* values, int32_t count) {
    std::vector<at::Tensor> list;
    list.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; ++i) list.push_back(*values[i]);
    return list;
}

}  // namespace pdn

using pdn::guard;
