using PdnColorize.Colorization.Models;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Colorization.Networks;

/// <summary>A layer of <see cref="FoldedUNet"/>: a convolution, or a transposed one, with the normalisation behind it folded in and ReLU; owns its weights.</summary>
internal sealed class FoldedConvolution : IDisposable
{
    private static readonly long[] Padding = [1, 1];

    private readonly UNetLayer _layer;
    private readonly long[] _strides;
    private readonly Tensor _weight;
    private readonly Tensor _bias;

    /// <summary>Takes a layer's weights to where they are used.</summary>
    /// <param name="weights">All tensors of the stage.</param>
    /// <param name="layer">The layer; the last one, which has no normalisation, has no ReLU either.</param>
    /// <param name="device">Where it runs.</param>
    /// <param name="type">What it computes in.</param>
    public FoldedConvolution(StageWeights weights, UNetLayer layer, Device device, ScalarType type)
    {
        _layer = layer;
        _strides = [layer.Stride, layer.Stride];
        (Tensor weight, Tensor bias) = BatchNormFolding.Fold(weights, layer);
        (weight, bias) = (ChannelsLast.Convert(weight.to(type).to(device)), bias.to(type).to(device));
        (_weight, _bias) = (weight.DetachFromDisposeScope(), bias.DetachFromDisposeScope());
    }

    /// <summary>Runs the layer.</summary>
    /// <param name="input">N x inputs x H x W, channels-last.</param>
    /// <returns>N x outputs x H x W, or half or twice the sides, channels-last; belongs to the current dispose scope.</returns>
    public Tensor Run(Tensor input)
    {
        Tensor output = _layer.IsTransposed
            ? functional.conv_transpose2d(input, _weight, _bias, strides: _strides, padding: Padding)
            : functional.conv2d(input, _weight, _bias, strides: _strides, padding: Padding);
        // Not functional.relu: that gives a second handle on the memory, which would then outlive the layer.
        return _layer.NormName is null ? output : output.relu_();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _weight.Dispose();
        _bias.Dispose();
    }
}
