// Batch normalisation in training, on the CPU, of channels-last pictures.
//
// libtorch 1.13 spends a third of a U-Net's training there: its kernels go over the picture several times and one channel at a time. Here each pass reads
// it once, all channels of a pixel side by side. The numbers are the same but for rounding, and do not depend on the number of threads.
#include "shim.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define PDN_CLONES __attribute__((target_clones("default", "avx2", "arch=skylake-avx512")))
#else
#define PDN_CLONES
#endif

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// bfloat16 as its bits, so that the compiler can vectorise the conversions.
struct Brain {
    uint16_t bits;
};

inline float load(float value) { return value; }
inline float load(Brain value) {
    const uint32_t bits = static_cast<uint32_t>(value.bits) << 16;
    float result;
    std::memcpy(&result, &bits, sizeof(result));
    return result;
}
inline void store(float& target, float value) { target = value; }
inline void store(Brain& target, float value) {
    // To nearest, ties to even. What is no number may become infinite, which is caught all the same.
    uint32_t bits;
    std::memcpy(&bits, &value, sizeof(bits));
    target.bits = static_cast<uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

// Each kernel stands once for each type, because the attribute for several processors is not for templates.
#define PDN_KERNELS(T)                                                                                                            \
    /* Sums of x - shift and its square over rows. */                                                                             \
    PDN_CLONES void moments(const T* __restrict x, int64_t rows, int64_t channels, const float* __restrict shift,                 \
                                     float* __restrict sum, float* __restrict square) {                                           \
        for (int64_t r = 0; r < rows; ++r, x += channels)                                                                         \
            for (int64_t c = 0; c < channels; ++c) {                                                                              \
                const float d = load(x[c]) - shift[c];                                                                            \
                sum[c] += d;                                                                                                      \
                square[c] += d * d;                                                                                               \
            }                                                                                                                     \
    }                                                                                                                             \
    PDN_CLONES void scale(const T* __restrict x, T* __restrict y, int64_t rows, int64_t channels,                                 \
                                   const float* __restrict scale, const float* __restrict offset) {                               \
        for (int64_t r = 0; r < rows; ++r, x += channels, y += channels)                                                          \
            for (int64_t c = 0; c < channels; ++c) store(y[c], load(x[c]) * scale[c] + offset[c]);                                \
    }                                                                                                                             \
    /* Sums of dy and of dy times x - mean over rows. */                                                                          \
    PDN_CLONES void products(const T* __restrict dy, const T* __restrict x, int64_t rows, int64_t channels,                       \
                                      const float* __restrict mean, float* __restrict sum, float* __restrict product) {           \
        for (int64_t r = 0; r < rows; ++r, x += channels, dy += channels)                                                         \
            for (int64_t c = 0; c < channels; ++c) {                                                                              \
                const float g = load(dy[c]);                                                                                      \
                sum[c] += g;                                                                                                      \
                product[c] += g * (load(x[c]) - mean[c]);                                                                         \
            }                                                                                                                     \
    }                                                                                                                             \
    /* dx = a dy + b x + e. */                                                                                                    \
    PDN_CLONES void combine(const T* __restrict dy, const T* __restrict x, T* __restrict dx, int64_t rows,                        \
                                     int64_t channels, const float* __restrict a, const float* __restrict b,                      \
                                     const float* __restrict e) {                                                                 \
        for (int64_t r = 0; r < rows; ++r, x += channels, dy += channels, dx += channels)                                         \
            for (int64_t c = 0; c < channels; ++c) store(dx[c], load(dy[c]) * a[c] + load(x[c]) * b[c] + e[c]);                   \
    }

PDN_KERNELS(float)
PDN_KERNELS(Brain)

/// The lines of a channels-last picture, which may be a part of a larger one: each is width x channels numbers side by side.
template <class T>
struct Lines {
    explicit Lines(const at::Tensor& picture)
        : start(static_cast<T*>(picture.data_ptr())), height(picture.size(2)), picture_stride(picture.stride(0)), line_stride(picture.stride(2)) {}

    T* operator[](int64_t line) const { return start + line / height * picture_stride + line % height * line_stride; }

    T* start;
    int64_t height, picture_stride, line_stride;
};

/// Calls body(line) for all lines, in parallel.
template <class Body>
void for_lines(int64_t lines, Body&& body) {
    at::parallel_for(0, lines, 8, [&](int64_t begin, int64_t end) {
        for (int64_t line = begin; line < end; ++line) body(line);
    });
}

/// Adds up two sums for each channel: body(line, sum, other) fills those of a line, from zeros. Lines are short enough for float.
template <class Body>
void sum_lines(int64_t lines, int64_t channels, std::vector<double>& sum, std::vector<double>& other, Body&& body) {
    std::vector<float> partial(static_cast<size_t>(lines * channels * 2), 0.0f);
    for_lines(lines, [&](int64_t line) {
        float* mine = partial.data() + line * channels * 2;
        body(line, mine, mine + channels);
    });
    for (int64_t line = 0; line < lines; ++line)
        for (int64_t c = 0; c < channels; ++c) {
            sum[static_cast<size_t>(c)] += partial[static_cast<size_t>(line * channels * 2 + c)];
            other[static_cast<size_t>(c)] += partial[static_cast<size_t>((line * 2 + 1) * channels + c)];
        }
}

/// The channels' numbers of a 1-dimensional tensor.
float* numbers(const at::Tensor& tensor) { return static_cast<float*>(tensor.data_ptr()); }

template <class T>
void add_moments(const at::Tensor& input, const std::vector<float>& shift, std::vector<double>& sum, std::vector<double>& square) {
    const Lines<const T> x(input);
    const int64_t width = input.size(3), channels = input.size(1);
    sum_lines(input.size(0) * input.size(2), channels, sum, square,
              [&](int64_t line, float* s, float* q) { moments(x[line], width, channels, shift.data(), s, q); });
}

template <class T>
void add_products(const at::Tensor& gradient, const at::Tensor& input, const float* mean, std::vector<double>& sum,
                  std::vector<double>& product) {
    const Lines<const T> dy(gradient), x(input);
    const int64_t width = input.size(3), channels = input.size(1);
    sum_lines(input.size(0) * input.size(2), channels, sum, product,
              [&](int64_t line, float* s, float* p) { products(dy[line], x[line], width, channels, mean, s, p); });
}

template <class T>
void normalise(const at::Tensor& input, const at::Tensor& output, const std::vector<float>& factor, const std::vector<float>& offset) {
    const Lines<const T> x(input);
    const Lines<T> y(output);
    for_lines(input.size(0) * input.size(2),
              [&](int64_t line) { scale(x[line], y[line], input.size(3), input.size(1), factor.data(), offset.data()); });
}

template <class T>
void differentiate(const at::Tensor& gradient, const at::Tensor& input, const at::Tensor& output, const std::vector<float>& a,
                   const std::vector<float>& b, const std::vector<float>& e) {
    const Lines<const T> dy(gradient), x(input);
    const Lines<T> dx(output);
    for_lines(input.size(0) * input.size(2),
              [&](int64_t line) { combine(dy[line], x[line], dx[line], input.size(3), input.size(1), a.data(), b.data(), e.data()); });
}

class BatchNorm : public torch::autograd::Function<BatchNorm> {
public:
    static at::Tensor forward(AutogradContext* context, at::Tensor input, at::Tensor weight, at::Tensor bias, at::Tensor running_mean,
                              at::Tensor running_var, double momentum, double epsilon) {
        const auto n = static_cast<size_t>(input.size(1));
        const double count = static_cast<double>(input.numel() / input.size(1));
        const bool wide = input.scalar_type() == at::kFloat;
        // Sums of differences from the first pixel: sums of squares far from zero would lose the variance to rounding.
        std::vector<float> shift(n);
        for (size_t c = 0; c < n; ++c)
            shift[c] = wide ? static_cast<const float*>(input.data_ptr())[c] : load(static_cast<const Brain*>(input.data_ptr())[c]);
        std::vector<double> sum(n), square(n);
        if (wide) add_moments<float>(input, shift, sum, square);
        else add_moments<Brain>(input, shift, sum, square);

        at::Tensor mean = at::empty_like(weight), inverse = at::empty_like(weight);
        std::vector<float> factor(n), offset(n);
        for (size_t c = 0; c < n; ++c) {
            const double m = sum[c] / count;
            const double variance = std::max(0.0, square[c] / count - m * m);
            numbers(mean)[c] = static_cast<float>(m + shift[c]);
            numbers(inverse)[c] = static_cast<float>(1 / std::sqrt(variance + epsilon));
            factor[c] = numbers(weight)[c] * numbers(inverse)[c];
            offset[c] = numbers(bias)[c] - numbers(mean)[c] * factor[c];
            float &moving_mean = numbers(running_mean)[c], &moving_var = numbers(running_var)[c];
            moving_mean = static_cast<float>((1 - momentum) * moving_mean + momentum * (m + shift[c]));
            moving_var = static_cast<float>((1 - momentum) * moving_var + momentum * variance * count / (count - 1));
        }

        at::Tensor output = at::empty(input.sizes(), input.options().memory_format(at::MemoryFormat::ChannelsLast));
        if (wide) normalise<float>(input, output, factor, offset);
        else normalise<Brain>(input, output, factor, offset);
        context->save_for_backward({input, weight, mean, inverse});
        return output;
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto saved = context->get_saved_variables();
        const at::Tensor &input = saved[0], &weight = saved[1], &mean = saved[2], &inverse = saved[3];
        at::Tensor gradient = gradients[0].to(input.scalar_type());
        if (!is_channels_last(gradient)) gradient = gradient.contiguous(at::MemoryFormat::ChannelsLast);
        const auto n = static_cast<size_t>(input.size(1));
        const double count = static_cast<double>(input.numel() / input.size(1));
        const bool wide = input.scalar_type() == at::kFloat;
        std::vector<double> sum(n), product(n);
        if (wide) add_products<float>(gradient, input, numbers(mean), sum, product);
        else add_products<Brain>(gradient, input, numbers(mean), sum, product);

        at::Tensor weight_gradient = at::empty_like(weight), bias_gradient = at::empty_like(weight);
        std::vector<float> a(n), b(n), e(n);
        for (size_t c = 0; c < n; ++c) {
            const double root = numbers(inverse)[c];
            const double factor = numbers(weight)[c] * root;
            const double slope = -factor * root * root * product[c] / count;
            numbers(weight_gradient)[c] = static_cast<float>(product[c] * root);
            numbers(bias_gradient)[c] = static_cast<float>(sum[c]);
            a[c] = static_cast<float>(factor);
            b[c] = static_cast<float>(slope);
            e[c] = static_cast<float>(-slope * numbers(mean)[c] - factor * sum[c] / count);
        }

        at::Tensor input_gradient = at::empty(input.sizes(), input.options().memory_format(at::MemoryFormat::ChannelsLast));
        if (wide) differentiate<float>(gradient, input, input_gradient, a, b, e);
        else differentiate<Brain>(gradient, input, input_gradient, a, b, e);
        return {input_gradient, weight_gradient, bias_gradient, at::Tensor(), at::Tensor(), at::Tensor(), at::Tensor()};
    }

    /// Whether the channels of a pixel and the pixels of a line lie side by side.
    static bool is_channels_last(const at::Tensor& picture) {
        return picture.stride(1) == 1 && picture.stride(3) == picture.size(1);
    }
};

/// Whether the kernels above are for it: both statistics kept, float32 or bfloat16 pictures, channels-last, with float32 weights.
bool is_ours(const at::Tensor& input, const at::Tensor& weight, const at::Tensor& bias, const at::Tensor& mean, const at::Tensor& var) {
    const auto plain = [&](const at::Tensor& t) {
        return t.defined() && t.device().is_cpu() && t.scalar_type() == at::kFloat && t.is_contiguous() && t.numel() == input.size(1);
    };
    const auto type = input.scalar_type();
    return input.dim() == 4 && input.device().is_cpu() && (type == at::kFloat || type == at::kBFloat16) && input.numel() > input.size(1) &&
           input.size(1) > 1 && BatchNorm::is_channels_last(input) && plain(weight) && plain(bias) && plain(mean) && plain(var);
}

}  // namespace

PDN_API Handle pdn_batch_norm(Handle input, Handle weight, Handle bias, Handle running_mean, Handle running_var,
                              bool training, double momentum, double eps) {
    return guard([&]() -> at::Tensor {
        const auto w = pdn::optional_tensor(weight), b = pdn::optional_tensor(bias);
        const auto mean = pdn::optional_tensor(running_mean), var = pdn::optional_tensor(running_var);
        if (training && is_ours(*input, w, b, mean, var)) return BatchNorm::apply(*input, w, b, mean, var, momentum, eps);
        return at::batch_norm(*input, w, b, mean, var, training, momentum, eps, at::globalContext().userEnabledCuDNN());
    });
}
