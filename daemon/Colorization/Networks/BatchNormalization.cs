using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Colorization.Networks;

/// <summary>Batch normalization of N x C x H x W over all but the channels, with the tensors of PyTorch's BatchNorm2d under their names: weight, bias, running_mean and running_var.</summary>
/// <remarks>TorchSharp's own layer also counts the batches, which nobody asks for, by a sum that a garbage collection can disturb; see <see cref="TensorArithmetic"/>.</remarks>
internal sealed class BatchNormalization : Module<Tensor, Tensor>
{
    /// <summary>Share of a batch in the running statistics, PyTorch's default.</summary>
    private const double Momentum = 0.1;

#pragma warning disable IDE1006, CA2213 // The fields' names are the weights' names; the base class disposes what is registered.
    private readonly Parameter weight, bias;
    private readonly Tensor running_mean, running_var;
#pragma warning restore IDE1006, CA2213
    private readonly double _epsilon;

    /// <param name="channels">C.</param>
    /// <param name="epsilon">Is added to the variance.</param>
    public BatchNormalization(long channels, double epsilon)
        : base(nameof(BatchNormalization))
    {
        _epsilon = epsilon;
        weight = new Parameter(ones(channels));
        bias = new Parameter(zeros(channels));
        running_mean = zeros(channels);
        running_var = ones(channels);
        RegisterComponents();
        foreach (Tensor tensor in (Tensor[])[weight, bias, running_mean, running_var]) tensor.DetachFromDisposeScope();
    }

    /// <summary>Normalizes by the batch's statistics in training, in evaluation by the running ones.</summary>
    public override Tensor forward(Tensor input) => functional.batch_norm(input, running_mean, running_var, weight, bias, training, Momentum, _epsilon);
}
