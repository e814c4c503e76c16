using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Colorization.Networks;

/// <summary>A convolution with padding 1, and ReLU unless it is the last layer.</summary>
internal sealed class FoldedConvolution(Tensor weight, Tensor bias, int stride, bool relu, Device device, ScalarType type)
    : FoldedLayer(ChannelsLast.Convert(weight.to(type).to(device)), bias.to(type).to(device))
{
    private static readonly long[] Padding = [1, 1];
    private readonly long[] _strides = [stride, stride];

    public override Tensor Run(Tensor input)
    {
        Tensor output = functional.conv2d(input, Weight, Bias, strides: _strides, padding: Padding);
        // Not functional.relu: that gives a second handle on the memory, which would then outlive the layer.
        return relu ? output.relu_() : output;
    }
}
