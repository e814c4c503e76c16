using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Batch normalisation of pictures.</summary>
public sealed class BatchNorm2d : BatchNorm
{
    internal BatchNorm2d(
        long features, double epsilon, double momentum, bool affine, bool trackRunningStats, Device? device, ScalarType? dtype)
        : base(features, epsilon, momentum, affine, trackRunningStats, device, dtype, nameof(BatchNorm2d))
    {
    }

    protected override void ValidateInputDimensions(Tensor input)
    {
        if (input.Dimensions != 4)
        {
            throw new ArgumentException(
                $"BatchNorm2d takes pictures, N x C x H x W; the tensor has {input.Dimensions} dimensions.", nameof(input));
        }
    }
}
