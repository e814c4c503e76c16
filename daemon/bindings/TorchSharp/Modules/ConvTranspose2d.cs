using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A transposed convolution over pictures.</summary>
public sealed class ConvTranspose2d : ConvolutionTranspose
{
    internal ConvTranspose2d(
        long inChannels, long outChannels, (long, long) kernelSize, (long, long) stride, (long, long) padding, (long, long) outputPadding,
        (long, long) dilation, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(ConvTranspose2d), inChannels, outChannels, kernelSize, stride, padding, outputPadding, dilation, groups, bias, device,
            dtype)
    {
    }

    public override Tensor forward(Tensor input, long[]? output_size)
    {
        ThrowUnlessPicture(input);
        var extra = output_size is null ? output_padding : [Extra(input, output_size, 0), Extra(input, output_size, 1)];
        return nn.functional.conv_transpose2d(input, weight, bias, stride, padding, extra, dilation, groups);
    }

    private long Extra(Tensor input, long[] wanted, int axis)
    {
        var smallest = ((input.size(axis - 2) - 1) * stride[axis]) - (2 * padding![axis]) + (dilation[axis] * (kernel_size[axis] - 1)) + 1;
        var extra = wanted[wanted.Length - 2 + axis] - smallest;
        return extra >= 0 && extra < stride[axis]
            ? extra
            : throw new ArgumentException(
                $"The output can be from {smallest} to {smallest + stride[axis] - 1} pixels, not {extra + smallest}.", nameof(wanted));
    }
}
