using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Layers: nn.cpp.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_linear(TensorHandle input, TensorHandle weight, TensorHandle bias);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_conv2d(
        TensorHandle input, TensorHandle weight, TensorHandle bias, ReadOnlySpan<long> stride, int strideCount,
        ReadOnlySpan<long> padding, int paddingCount, ReadOnlySpan<long> dilation, int dilationCount, long groups);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_conv_transpose2d(
        TensorHandle input, TensorHandle weight, TensorHandle bias, ReadOnlySpan<long> stride, int strideCount,
        ReadOnlySpan<long> padding, int paddingCount, ReadOnlySpan<long> outputPadding, int outputPaddingCount,
        ReadOnlySpan<long> dilation, int dilationCount, long groups);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_batch_norm(
        TensorHandle input, TensorHandle weight, TensorHandle bias, TensorHandle mean, TensorHandle variance,
        [MarshalAs(UnmanagedType.U1)] bool training, double momentum, double epsilon);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_dropout(TensorHandle input, double probability, [MarshalAs(UnmanagedType.U1)] bool training);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_interpolate2d(
        TensorHandle input, long height, long width, int mode, [MarshalAs(UnmanagedType.U1)] bool alignCorners,
        [MarshalAs(UnmanagedType.U1)] bool antialias, double* scaleY, double* scaleX);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_constant_pad(TensorHandle input, ReadOnlySpan<long> pad, int count, double value);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_reflection_pad(TensorHandle input, ReadOnlySpan<long> pad, int count);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_replication_pad(TensorHandle input, ReadOnlySpan<long> pad, int count);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_circular_pad(TensorHandle input, ReadOnlySpan<long> pad, int count);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_pixel_shuffle(TensorHandle input, long factor);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_pixel_unshuffle(TensorHandle input, long factor);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_avg_pool2d(
        TensorHandle input, ReadOnlySpan<long> kernel, int kernelCount, ReadOnlySpan<long> stride, int strideCount,
        ReadOnlySpan<long> padding, int paddingCount, [MarshalAs(UnmanagedType.U1)] bool ceilMode,
        [MarshalAs(UnmanagedType.U1)] bool countIncludePad, long* divisor);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_max_pool2d(
        TensorHandle input, ReadOnlySpan<long> kernel, int kernelCount, ReadOnlySpan<long> stride, int strideCount,
        ReadOnlySpan<long> padding, int paddingCount, ReadOnlySpan<long> dilation, int dilationCount,
        [MarshalAs(UnmanagedType.U1)] bool ceilMode);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_adaptive_avg_pool2d(TensorHandle input, long height, long width);
}
