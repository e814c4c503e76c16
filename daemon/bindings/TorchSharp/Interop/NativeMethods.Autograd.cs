using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Gradients: autograd.cpp.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool pdn_requires_grad(TensorHandle self);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool pdn_is_leaf(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_set_requires_grad(TensorHandle self, [MarshalAs(UnmanagedType.U1)] bool requiresGrad);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_detach(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_detach_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_grad(TensorHandle self, out TensorHandle grad);

    [LibraryImport(Library)]
    internal static partial int pdn_set_grad(TensorHandle self, TensorHandle grad);

    [LibraryImport(Library)]
    internal static partial int pdn_retain_grad(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_backward(
        TensorHandle self, TensorHandle gradient, [MarshalAs(UnmanagedType.U1)] bool retainGraph,
        [MarshalAs(UnmanagedType.U1)] bool createGraph, ReadOnlySpan<IntPtr> inputs, int inputCount);

    [LibraryImport(Library)]
    internal static partial int pdn_autograd_grad(
        ReadOnlySpan<IntPtr> outputs, int outputCount, ReadOnlySpan<IntPtr> inputs, int inputCount, ReadOnlySpan<IntPtr> gradOutputs,
        int gradOutputCount, [MarshalAs(UnmanagedType.U1)] bool retainGraph, [MarshalAs(UnmanagedType.U1)] bool createGraph,
        [MarshalAs(UnmanagedType.U1)] bool allowUnused, Span<IntPtr> results);
}
