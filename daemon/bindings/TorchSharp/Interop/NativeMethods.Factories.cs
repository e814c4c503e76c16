using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Calls that make tensors: factories.cpp.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_zeros(
        ReadOnlySpan<long> sizes, int count, int dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_ones(
        ReadOnlySpan<long> sizes, int count, int dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_empty(
        ReadOnlySpan<long> sizes, int count, int dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_full(
        ReadOnlySpan<long> sizes, int count, ScalarValue value, int dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_rand(
        ReadOnlySpan<long> sizes, int count, GeneratorHandle generator, int dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_randn(
        ReadOnlySpan<long> sizes, int count, GeneratorHandle generator, int dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_randint(
        long low, long high, ReadOnlySpan<long> sizes, int count, GeneratorHandle generator, int dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_randperm(
        long length, GeneratorHandle generator, int dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_arange(
        ScalarValue start, ScalarValue stop, ScalarValue step, int dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_linspace(
        double start, double stop, long steps, int dtype, int deviceType, int deviceIndex,
        [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_eye(
        long rows, long columns, int dtype, int deviceType, int deviceIndex, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_from_memory(
        IntPtr data, ReadOnlySpan<long> sizes, int count, int dtype, delegate* unmanaged<IntPtr, void> release, IntPtr context);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_cat(ReadOnlySpan<IntPtr> list, int count, long dim);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_stack(ReadOnlySpan<IntPtr> list, int count, long dim);

    [LibraryImport(Library)]
    internal static partial int pdn_uniform_(TensorHandle self, double from, double to, GeneratorHandle generator);

    [LibraryImport(Library)]
    internal static partial int pdn_normal_(TensorHandle self, double mean, double deviation, GeneratorHandle generator);

    [LibraryImport(Library)]
    internal static partial int pdn_bernoulli_(TensorHandle self, double probability, GeneratorHandle generator);
}
