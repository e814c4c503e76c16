using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What transposed convolutions have in common.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(
        string name, long inChannels, long outChannels, (long, long) kernelSize, (long, long) stride, (long, long) padding,
        (long, long) outputPadding, (long, long) dilation, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            name, inChannels, outChannels, kernelSize, stride, padding, dilation, transposed: true, outputPadding, groups, bias,
            PaddingModes.Zeros, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => forward(input, null);

    /// <param name="output_size">Height and width that are wanted, within one stride of the smallest.</param>
    public abstract Tensor forward(Tensor input, long[]? output_size);
}
