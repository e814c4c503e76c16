using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resamples pictures to another size.</summary>
            /// <param name="x">N x C x H x W.</param>
            /// <param name="size">Height and width; or give <paramref name="scale_factor"/>, one number or two.</param>
            /// <param name="align_corners">Whether the corner pixels' centres stay in place (bilinear, bicubic).</param>
            /// <param name="recompute_scale_factor">Whether positions follow from the rounded size rather than from the factor.</param>
            /// <param name="antialias">Whether shrinking takes all pixels into account (bilinear, bicubic).</param>
            public static unsafe Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                if (size is null == scale_factor is null)
                    throw new ArgumentException("interpolate() takes either a size or a scale factor.");
                if (x.Dimensions != 4)
                {
                    throw new ArgumentException(
                        $"This binding interpolates pictures, of 4 dimensions; the tensor has {x.Dimensions}.", nameof(x));
                }

                var (scaleY, scaleX) = (Each(scale_factor, 0), Each(scale_factor, 1));
                var height = size is null ? (long)Math.Floor(x.size(2) * scaleY) : size[0];
                var width = size is null ? (long)Math.Floor(x.size(3) * scaleX) : size[^1];
                var keepScale = scale_factor is not null && !recompute_scale_factor;
                return Tensor.New(NativeMethods.pdn_interpolate2d(
                    x.Native, height, width, (int)mode, align_corners ?? false, antialias,
                    keepScale ? &scaleY : null, keepScale ? &scaleX : null));
            }

            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)pad, mode, value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2], mode, value);

            public static Tensor pad(
                Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, (ReadOnlySpan<long>)[pad.Item1, pad.Item2, pad.Item3, pad.Item4], mode, value);

            /// <param name="pad">Before and after, the last dimension first: left, right, top, bottom.</param>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Tensor.New(mode switch
                {
                    PaddingModes.Zeros => NativeMethods.pdn_constant_pad(input.Native, pad, pad.Length, 0),
                    PaddingModes.Constant => NativeMethods.pdn_constant_pad(input.Native, pad, pad.Length, value),
                    PaddingModes.Reflect => NativeMethods.pdn_reflection_pad(input.Native, pad, pad.Length),
                    PaddingModes.Replicate => NativeMethods.pdn_replication_pad(input.Native, pad, pad.Length),
                    PaddingModes.Circular => NativeMethods.pdn_circular_pad(input.Native, pad, pad.Length),
                    _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such padding."),
                });

            /// <summary>N x C*f*f x H x W to N x C x H*f x W*f.</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) =>
                Tensor.New(NativeMethods.pdn_pixel_shuffle(input.Native, upscale_factor));

            /// <summary>The reverse of <see cref="pixel_shuffle"/>.</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) =>
                Tensor.New(NativeMethods.pdn_pixel_unshuffle(input.Native, downscale_factor));

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(
                    input, [kernel_size], stride is { } step ? [step] : null, [padding], ceil_mode, count_include_pad, divisor_override);

            /// <param name="stride">The kernel's size, if not given.</param>
            public static unsafe Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null)
            {
                stride ??= kernel_size;
                padding ??= Zero;
                var divisor = divisor_override.GetValueOrDefault();
                return Tensor.New(NativeMethods.pdn_avg_pool2d(
                    input.Native, kernel_size, kernel_size.Length, stride, stride.Length, padding, padding.Length, ceil_mode,
                    count_include_pad, divisor_override.HasValue ? &divisor : null));
            }

            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(
                    input, [kernel_size], stride is { } step ? [step] : null, [padding ?? 0], [dilation ?? 1], ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                bool ceil_mode = false)
            {
                strides ??= kernel_size;
                padding ??= Zero;
                dilation ??= One;
                return Tensor.New(NativeMethods.pdn_max_pool2d(
                    input.Native, kernel_size, kernel_size.Length, strides, strides.Length, padding, padding.Length,
                    dilation, dilation.Length, ceil_mode));
            }

            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                adaptive_avg_pool2d(input, [output_size, output_size]);

            /// <param name="output_size">Height and width.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) =>
                Tensor.New(NativeMethods.pdn_adaptive_avg_pool2d(input.Native, output_size[0], output_size[^1]));

            private static double Each(double[]? factors, int index) => factors switch
            {
                null => 1,
                { Length: 1 } => factors[0],
                { Length: 2 } => factors[index],
                _ => throw new ArgumentException($"A picture has two scale factors at most, and {factors.Length} were given."),
            };
        }
    }
}
