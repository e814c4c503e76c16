// Layers: convolutions, normalisation, resampling, padding and pooling.
#include "shim.h"

PDN_API Handle pdn_linear(Handle input, Handle weight, Handle bias) {
    return guard([&] { return at::linear(*input, *weight, pdn::optional_tensor(bias)); });
}
PDN_API Handle pdn_conv2d(Handle input, Handle weight, Handle bias, const int64_t* stride, int32_t stride_count,
                          const int64_t* padding, int32_t padding_count, const int64_t* dilation,
                          int32_t dilation_count, int64_t groups) {
    return guard([&] {
        return at::conv2d(*input, *weight, pdn::optional_tensor(bias), pdn::ints(stride, stride_count),
                          pdn::ints(padding, padding_count), pdn::ints(dilation, dilation_count), groups);
    });
}
PDN_API Handle pdn_conv_transpose2d(Handle input, Handle weight, Handle bias, const int64_t* stride,
                                    int32_t stride_count, const int64_t* padding, int32_t padding_count,
                                    const int64_t* output_padding, int32_t output_padding_count,
                                    const int64_t* dilation, int32_t dilation_count, int64_t groups) {
    return guard([&] {
        return at::conv_transpose2d(*input, *weight, pdn::optional_tensor(bias), pdn::ints(stride, stride_count),
                                    pdn::ints(padding, padding_count),
                                    pdn::ints(output_padding, output_padding_count), groups,
                                    pdn::ints(dilation, dilation_count));
    });
}
PDN_API Handle pdn_dropout(Handle input, double probability, bool training) {
    return guard([&] { return at::dropout(*input, probability, training); });
}

/// mode: 0 nearest, 2 bilinear, 3 bicubic, 5 area, 6 nearest with half-pixel centres (TorchSharp's InterpolationMode)
PDN_API Handle pdn_interpolate2d(Handle input, int64_t height, int64_t width, int32_t mode, bool align_corners,
                                 bool antialias, const double* scale_y, const double* scale_x) {
    return guard([&]() -> at::Tensor {
        const std::vector<int64_t> size{height, width};
        const auto sy = pdn::optional_double(scale_y);
        const auto sx = pdn::optional_double(scale_x);
        switch (mode) {
            case 0: return at::upsample_nearest2d(*input, size, sy, sx);
            case 2:
                return antialias ? at::_upsample_bilinear2d_aa(*input, size, align_corners, sy, sx)
                                 : at::upsample_bilinear2d(*input, size, align_corners, sy, sx);
            case 3:
                return antialias ? at::_upsample_bicubic2d_aa(*input, size, align_corners, sy, sx)
                                 : at::upsample_bicubic2d(*input, size, align_corners, sy, sx);
            case 5: return at::adaptive_avg_pool2d(*input, size);
            case 6: return at::_upsample_nearest_exact2d(*input, size, sy, sx);
            default: TORCH_CHECK(false, "interpolate: mode ", mode, " is not for pictures");
        }
    });
}

PDN_API Handle pdn_constant_pad(Handle input, const int64_t* pad, int32_t count, double value) {
    return guard([&] { return at::constant_pad_nd(*input, pdn::ints(pad, count), value); });
}
PDN_API Handle pdn_reflection_pad(Handle input, const int64_t* pad, int32_t count) {
    return guard([&]() -> at::Tensor {
        switch (count) {
            case 2: return at::reflection_pad1d(*input, pdn::ints(pad, count));
            case 4: return at::reflection_pad2d(*input, pdn::ints(pad, count));
            case 6: return at::reflection_pad3d(*input, pdn::ints(pad, count));
            default: TORCH_CHECK(false, "pad: reflection takes 2, 4 or 6 numbers, not ", count);
        }
    });
}
PDN_API Handle pdn_replication_pad(Handle input, const int64_t* pad, int32_t count) {
    return guard([&]() -> at::Tensor {
        switch (count) {
            case 2: return at::replication_pad1d(*input, pdn::ints(pad, count));
            case 4: return at::replication_pad2d(*input, pdn::ints(pad, count));
            case 6: return at::replication_pad3d(*input, pdn::ints(pad, count));
            default: TORCH_CHECK(false, "pad: replication takes 2, 4 or 6 numbers, not ", count);
        }
    });
}
PDN_API Handle pdn_circular_pad(Handle input, const int64_t* pad, int32_t count) {
    return guard([&] { return at::_pad_circular(*input, pdn::ints(pad, count)); });
}

PDN_API Handle pdn_pixel_shuffle(Handle input, int64_t factor) {
    return guard([&] { return at::pixel_shuffle(*input, factor); });
}
PDN_API Handle pdn_pixel_unshuffle(Handle input, int64_t factor) {
    return guard([&] { return at::pixel_unshuffle(*input, factor); });
}
PDN_API Handle pdn_avg_pool2d(Handle input, const int64_t* kernel, int32_t kernel_count, const int64_t* stride,
                              int32_t stride_count, const int64_t* padding, int32_t padding_count, bool ceil_mode,
                              bool count_include_pad, const int64_t* divisor) {
    return guard([&] {
        return at::avg_pool2d(*input, pdn::ints(kernel, kernel_count), pdn::ints(stride, stride_count),
                              pdn::ints(padding, padding_count), ceil_mode, count_include_pad,
                              pdn::optional_int(divisor));
    });
}
PDN_API Handle pdn_max_pool2d(Handle input, const int64_t* kernel, int32_t kernel_count, const int64_t* stride,
                              int32_t stride_count, const int64_t* padding, int32_t padding_count,
                              const int64_t* dilation, int32_t dilation_count, bool ceil_mode) {
    return guard([&] {
        return at::max_pool2d(*input, pdn::ints(kernel, kernel_count), pdn::ints(stride, stride_count),
                              pdn::ints(padding, padding_count), pdn::ints(dilation, dilation_count), ceil_mode);
    });
}
PDN_API Handle pdn_adaptive_avg_pool2d(Handle input, int64_t height, int64_t width) {
    return guard([&] {
        const std::vector<int64_t> size{height, width};
        return at::adaptive_avg_pool2d(*input, size);
    });
}
