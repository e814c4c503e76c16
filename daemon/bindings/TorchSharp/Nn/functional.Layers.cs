using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Layers as functions. Pictures are N x C x H x W.</summary>
        public static partial class functional
        {
            private static readonly long[] One = [1];
            private static readonly long[] Zero = [0];

            /// <param name="weights">Outputs x inputs.</param>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) =>
                Tensor.New(NativeMethods.pdn_linear(input.Native, weights.Native, Tensor.Optional(bias)));

            /// <param name="weight">Outputs x inputs / groups x height x width.</param>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                strides ??= One;
                padding ??= Zero;
                dilation ??= One;
                return Tensor.New(NativeMethods.pdn_conv2d(
                    input.Native, weight.Native, Tensor.Optional(bias),
                    strides, strides.Length, padding, padding.Length, dilation, dilation.Length, groups));
            }

            /// <param name="weight">Inputs x outputs / groups x height x width.</param>
            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null,
                long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1)
            {
                strides ??= One;
                padding ??= Zero;
                output_padding ??= Zero;
                dilation ??= One;
                return Tensor.New(NativeMethods.pdn_conv_transpose2d(
                    input.Native, weight.Native, Tensor.Optional(bias), strides, strides.Length, padding, padding.Length,
                    output_padding, output_padding.Length, dilation, dilation.Length, groups));
            }

            /// <summary>Scales each channel to mean 0 and variance 1, then by weight and bias.</summary>
            /// <param name="training">
            /// Whether mean and variance are the batch's, and the running ones follow it by <paramref name="momentum"/>.
            /// </param>
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                Tensor.New(NativeMethods.pdn_batch_norm(
                    input.Native, Tensor.Optional(weight), Tensor.Optional(bias), Tensor.Optional(running_mean),
                    Tensor.Optional(running_var), training, momentum, eps));

            /// <summary>Zeroes numbers with probability <paramref name="p"/> and scales the rest up.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) => inplace
                ? throw new NotSupportedException("This binding has no dropout in place.")
                : Tensor.New(NativeMethods.pdn_dropout(input.Native, p, training));

            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? input.leaky_relu_(negative_slope).alias() : input.leaky_relu(negative_slope);

            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_().alias() : x.silu();

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? x.tanh_().alias() : x.tanh();
        }
    }
}
