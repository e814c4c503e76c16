using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation, whatever the number of dimensions.</summary>
public abstract class BatchNorm : NormBase
{
    private protected BatchNorm(
        long features, double epsilon, double momentum, bool affine, bool trackRunningStats, Device? device, ScalarType? dtype, string name)
        : base(features, epsilon, momentum, affine, trackRunningStats, device, dtype, name)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ValidateInputDimensions(input);
        var share = momentum ?? 0;
        if (training && num_batches_tracked is { } batches)
        {
            batches.add_(1);
            share = momentum ?? (1 / (double)batches);
        }

        var ofBatch = training || running_mean is null || running_var is null;
        return nn.functional.batch_norm(input, running_mean, running_var, affine ? weight : null, bias, ofBatch, share, eps);
    }
}
