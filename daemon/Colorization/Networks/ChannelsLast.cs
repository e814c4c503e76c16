using static TorchSharp.torch;

namespace PdnColorize.Colorization.Networks;

/// <summary>Brings a tensor into channels-last memory order, for which the CPU's convolutions are fastest.</summary>
internal static class ChannelsLast
{
    /// <summary>The same N x C x H x W tensor with the channels of a pixel side by side in memory.</summary>
    /// <remarks>TorchSharp's conversions take no memory format; a contiguous N x H x W x C tensor seen through a permutation is the same thing.</remarks>
    public static Tensor Convert(Tensor tensor)
    {
        if (tensor.shape[1] == 1)
        {
            // One channel lies the same way in both orders; only its stride tells libtorch which is meant, and permuting keeps that of the other.
            (long height, long width) = (tensor.shape[2], tensor.shape[3]);
            using Tensor plain = tensor.contiguous();
            return plain.as_strided(tensor.shape, [height * width, 1, width, 1]);
        }

        using Tensor permuted = tensor.permute(0, 2, 3, 1);
        using Tensor contiguous = permuted.contiguous();
        return contiguous.permute(0, 3, 1, 2);
    }
}
