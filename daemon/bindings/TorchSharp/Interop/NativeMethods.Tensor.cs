using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Properties, memory and layout: tensor.cpp.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void pdn_free(IntPtr handle);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_share(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_dim(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial void pdn_sizes(TensorHandle self, Span<long> sizes);

    [LibraryImport(Library)]
    internal static partial void pdn_strides(TensorHandle self, Span<long> strides);

    [LibraryImport(Library)]
    internal static partial long pdn_numel(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial long pdn_element_size(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial long pdn_storage_offset(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_dtype(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_device_type(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_device_index(TensorHandle self);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool pdn_is_contiguous(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_data(TensorHandle self, out IntPtr data);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_to(
        TensorHandle self, int dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool nonBlocking,
        [MarshalAs(UnmanagedType.U1)] bool copy);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_contiguous(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_clone(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_alias(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_set_(TensorHandle self, TensorHandle source);

    [LibraryImport(Library)]
    internal static partial int pdn_copy_(TensorHandle self, TensorHandle source, [MarshalAs(UnmanagedType.U1)] bool nonBlocking);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_permute(TensorHandle self, ReadOnlySpan<long> dims, int count);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_transpose(TensorHandle self, long first, long second);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_narrow(TensorHandle self, long dim, long start, long length);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_slice(TensorHandle self, long dim, long* start, long* end, long step);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_select(TensorHandle self, long dim, long index);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_view(TensorHandle self, ReadOnlySpan<long> sizes, int count);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_reshape(TensorHandle self, ReadOnlySpan<long> sizes, int count);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_flatten(TensorHandle self, long start, long end);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_expand(
        TensorHandle self, ReadOnlySpan<long> sizes, int count, [MarshalAs(UnmanagedType.U1)] bool @implicit);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_repeat(TensorHandle self, ReadOnlySpan<long> repeats, int count);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_as_strided(
        TensorHandle self, ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, int count, long offset);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_unsqueeze(TensorHandle self, long dim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_squeeze(TensorHandle self, long* dim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_flip(TensorHandle self, ReadOnlySpan<long> dims, int count);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_roll(
        TensorHandle self, ReadOnlySpan<long> shifts, int shiftCount, ReadOnlySpan<long> dims, int dimCount);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_index_select(TensorHandle self, long dim, TensorHandle index);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_gather(TensorHandle self, long dim, TensorHandle index);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_masked_select(TensorHandle self, TensorHandle mask);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_masked_fill(TensorHandle self, TensorHandle mask, ScalarValue value);

    [LibraryImport(Library)]
    internal static partial int pdn_masked_fill_(TensorHandle self, TensorHandle mask, ScalarValue value);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_nonzero(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_index(TensorHandle self, ReadOnlySpan<IntPtr> indices, int count);

    [LibraryImport(Library)]
    internal static partial int pdn_index_put_(
        TensorHandle self, ReadOnlySpan<IntPtr> indices, int count, TensorHandle value, [MarshalAs(UnmanagedType.U1)] bool accumulate);
}
