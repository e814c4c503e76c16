using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Calls that make one number of many: reduce.cpp.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_sum(TensorHandle self, int dtype);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_sum_dims(
        TensorHandle self, ReadOnlySpan<long> dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim, int dtype);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_mean(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_mean_dims(
        TensorHandle self, ReadOnlySpan<long> dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim, int dtype);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_std(TensorHandle self, [MarshalAs(UnmanagedType.U1)] bool unbiased);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_std_dims(
        TensorHandle self, ReadOnlySpan<long> dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased,
        [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_var(TensorHandle self, [MarshalAs(UnmanagedType.U1)] bool unbiased);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_var_dims(
        TensorHandle self, ReadOnlySpan<long> dims, int count, [MarshalAs(UnmanagedType.U1)] bool unbiased,
        [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_max(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_min(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_max_dim(
        TensorHandle self, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, out TensorHandle values, out TensorHandle indices);

    [LibraryImport(Library)]
    internal static partial int pdn_min_dim(
        TensorHandle self, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim, out TensorHandle values, out TensorHandle indices);

    [LibraryImport(Library)]
    internal static partial int pdn_sort(
        TensorHandle self, long dim, [MarshalAs(UnmanagedType.U1)] bool descending, [MarshalAs(UnmanagedType.U1)] bool stable,
        out TensorHandle values, out TensorHandle indices);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_amax(
        TensorHandle self, ReadOnlySpan<long> dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_amin(
        TensorHandle self, ReadOnlySpan<long> dims, int count, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_argmax(TensorHandle self, long* dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_argmin(TensorHandle self, long* dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_all(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_all_dim(TensorHandle self, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_any(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_any_dim(TensorHandle self, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_median(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_cumsum(TensorHandle self, long dim, int dtype);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_norm(TensorHandle self, ScalarValue power);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_norm_dim(
        TensorHandle self, ScalarValue power, long dim, [MarshalAs(UnmanagedType.U1)] bool keepdim);

    [LibraryImport(Library)]
    internal static partial int pdn_equal(TensorHandle self, TensorHandle other, [MarshalAs(UnmanagedType.U1)] out bool result);

    [LibraryImport(Library)]
    internal static partial int pdn_allclose(
        TensorHandle self, TensorHandle other, double relative, double absolute, [MarshalAs(UnmanagedType.U1)] bool equalNan,
        [MarshalAs(UnmanagedType.U1)] out bool result);
}
