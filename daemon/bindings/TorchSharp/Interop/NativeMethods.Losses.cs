using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Losses: loss.cpp.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_softmax(TensorHandle input, long dim, int dtype);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_log_softmax(TensorHandle input, long dim, int dtype);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_cross_entropy(
        TensorHandle input, TensorHandle target, TensorHandle weight, long reduction, long ignoreIndex, double labelSmoothing);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_mse_loss(TensorHandle input, TensorHandle target, long reduction);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_l1_loss(TensorHandle input, TensorHandle target, long reduction);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_smooth_l1_loss(TensorHandle input, TensorHandle target, long reduction, double beta);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_huber_loss(TensorHandle input, TensorHandle target, long reduction, double delta);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_binary_cross_entropy(
        TensorHandle input, TensorHandle target, TensorHandle weight, long reduction);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_binary_cross_entropy_with_logits(
        TensorHandle input, TensorHandle target, TensorHandle weight, TensorHandle positiveWeight, long reduction);
}
