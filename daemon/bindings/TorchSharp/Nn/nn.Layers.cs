using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    // Makers of layers, under the names that Python gives the layers.
    public static partial class nn
    {
        public static Conv2d Conv2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
            PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            Conv2d(
                in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (dilation, dilation),
                padding_mode, groups, bias, device, dtype);

        public static Conv2d Conv2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(
                in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), dilation ?? (1, 1), padding_mode, groups,
                bias, device, dtype);

        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
            long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
            Device? device = null, ScalarType? dtype = null) =>
            ConvTranspose2d(
                in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding),
                (output_padding, output_padding), (dilation, dilation), padding_mode, groups, bias, device, dtype);

        public static ConvTranspose2d ConvTranspose2d(
            long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
            (long, long)? output_padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros,
            long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
            padding_mode == PaddingModes.Zeros
                ? new(
                    in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), output_padding ?? (0, 0),
                    dilation ?? (1, 1), groups, bias, device, dtype)
                : throw new ArgumentException("A transposed convolution can be padded with zeros only.", nameof(padding_mode));

        public static BatchNorm2d BatchNorm2d(
            long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
            Device? device = null, ScalarType? dtype = null) =>
            new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

        public static Linear Linear(
            long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
            new(inputSize, outputSize, hasBias, device, dtype);

        public static ReLU ReLU(bool inplace = false) => new(inplace);
    }
}
