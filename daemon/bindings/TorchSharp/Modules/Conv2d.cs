using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A convolution over pictures.</summary>
public sealed class Conv2d : Convolution
{
    internal Conv2d(
        long inChannels, long outChannels, (long, long) kernelSize, (long, long) stride, (long, long) padding, (long, long) dilation,
        PaddingModes paddingMode, long groups, bool bias, Device? device, ScalarType? dtype)
        : base(
            nameof(Conv2d), inChannels, outChannels, kernelSize, stride, padding, dilation, transposed: false, (0, 0), groups, bias,
            paddingMode, device, dtype)
    {
    }

    public override Tensor forward(Tensor input)
    {
        ThrowUnlessPicture(input);
        if (padding_mode == PaddingModes.Zeros) return nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
        var (y, x) = (padding![0], padding[1]);
        using var padded = nn.functional.pad(input, (x, x, y, y), padding_mode);
        return nn.functional.conv2d(padded, weight, bias, stride, [0], dilation, groups);
    }
}
