// Errors, versions, threads, random numbers, grad mode and CUDA switches.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/VirtualGuardImpl.h>

#include <mutex>
#include <string>

namespace {
thread_local std::string last_error;
}

namespace pdn {
void set_last_error(const char* message) noexcept {
    try {
        last_error = message;
    } catch (...) {
        last_error.clear();
    }
}
}  // namespace pdn

/// The message of the last error on this thread; valid until the next error on it.
PDN_API const char* pdn_last_error() { return last_error.c_str(); }

PDN_API const char* pdn_version() { return TORCH_VERSION; }

PDN_API int32_t pdn_get_num_threads() { return at::get_num_threads(); }
PDN_API int32_t pdn_set_num_threads(int32_t count) {
    return guard([&] { at::set_num_threads(count); });
}
PDN_API int32_t pdn_get_num_interop_threads() { return static_cast<int32_t>(at::get_num_interop_threads()); }
PDN_API int32_t pdn_set_num_interop_threads(int32_t count) {
    return guard([&] { at::set_num_interop_threads(count); });
}

PDN_API bool pdn_grad_enabled() { return at::GradMode::is_enabled(); }
PDN_API void pdn_set_grad_enabled(bool enabled) { at::GradMode::set_enabled(enabled); }

PDN_API bool pdn_inference_mode_enabled() { return c10::InferenceMode::is_enabled(); }
PDN_API c10::InferenceMode* pdn_inference_mode_enter(bool enabled) { return new c10::InferenceMode(enabled); }
PDN_API void pdn_inference_mode_leave(c10::InferenceMode* mode) { delete mode; }

PDN_API int32_t pdn_manual_seed(int64_t seed) {
    return guard([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

/// The generator that ATen uses when it is given none. The caller owns the handle.
PDN_API at::Generator* pdn_generator_default() { return new at::Generator(at::detail::getDefaultCPUGenerator()); }
PDN_API at::Generator* pdn_generator_new(uint64_t seed) {
    return new at::Generator(at::make_generator<at::CPUGeneratorImpl>(seed));
}
PDN_API void pdn_generator_free(at::Generator* generator) { delete generator; }
PDN_API int64_t pdn_generator_initial_seed(at::Generator* generator) {
    return static_cast<int64_t>(generator->current_seed());
}
PDN_API int32_t pdn_generator_seed(at::Generator* generator, int64_t seed) {
    return guard([&] {
        // Generators lock themselves only inside the operators that draw from them.
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_current_seed(static_cast<uint64_t>(seed));
    });
}
PDN_API Handle pdn_generator_get_state(at::Generator* generator) {
    return guard([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        return generator->get_state();
    });
}
PDN_API int32_t pdn_generator_set_state(at::Generator* generator, Handle state) {
    return guard([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_state(*state);
    });
}

PDN_API bool pdn_cuda_is_available() { return at::hasCUDA() && at::getNumGPUs() > 0; }
PDN_API int32_t pdn_cuda_device_count() { return at::hasCUDA() ? static_cast<int32_t>(at::getNumGPUs()) : 0; }
PDN_API bool pdn_cudnn_is_available() { return at::globalContext().hasCuDNN() && pdn_cuda_is_available(); }
PDN_API int32_t pdn_cuda_synchronize(int32_t index) {
    return guard([&] {
        c10::impl::VirtualGuardImpl cuda(at::DeviceType::CUDA);
        const auto device =
            index < 0 ? cuda.getDevice() : at::Device(at::DeviceType::CUDA, static_cast<c10::DeviceIndex>(index));
        cuda.getStream(device).synchronize();
    });
}

PDN_API bool pdn_allow_tf32_cublas() { return at::globalContext().allowTF32CuBLAS(); }
PDN_API void pdn_set_allow_tf32_cublas(bool allow) { at::globalContext().setAllowTF32CuBLAS(allow); }
PDN_API bool pdn_allow_tf32_cudnn() { return at::globalContext().allowTF32CuDNN(); }
PDN_API void pdn_set_allow_tf32_cudnn(bool allow) { at::globalContext().setAllowTF32CuDNN(allow); }
