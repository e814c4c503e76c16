using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Colorization.Networks;

/// <summary>A transposed convolution (kernel 4, stride 2, padding 1) that learns at the speed of an ordinary one on a CPU; see <see cref="PhaseTransposedConvolution"/>.</summary>
/// <remarks>
/// All four phases as one 2 x 2 convolution over the input padded by one have a row and a column too many. With the odd phase before the even one their
/// interleaved result is the wanted one with a border of one pixel: row 2r of it is odd row 2r - 1 of the output, row 2r + 1 is even row 2r. So one reshape and one crop do, and
/// both have cheap gradients.
/// </remarks>
internal static class DoublingConvolution
{
    private const int Phases = 2;
    private const int KernelSize = 4;
    private static readonly long[] One = [1, 1];

    /// <summary>The layer's output, N x C x 2H x 2W, in the input's type; on the CPU by phases.</summary>
    public static Tensor Run(ConvTranspose2d layer, Tensor input) =>
        input.device_type == TorchSharp.DeviceType.CPU
            ? ByPhases(layer.weight.to(input.dtype), layer.bias!.to(input.dtype), input)
            : functional.conv_transpose2d(input, layer.weight.to(input.dtype), layer.bias!.to(input.dtype), strides: layer.stride, padding: layer.padding);

    private static Tensor ByPhases(Tensor weight, Tensor bias, Tensor input)
    {
        (long batch, long height, long width) = (input.shape[0], input.shape[2] + 1, input.shape[3] + 1);
        (long from, long to) = (weight.shape[0], weight.shape[1]);

        // Kernel row 2a + s belongs to the odd phase for s = 0 (rows 2, 0 in the order of the input rows they meet), to the even one for s = 1 (rows 3, 1).
        Tensor split = weight.view(from, to, KernelSize / 2, Phases, KernelSize / 2, Phases).flip(2, 4);
        Tensor kernels = split.permute(3, 5, 1, 0, 2, 4).reshape(Phases * Phases * to, from, KernelSize / 2, KernelSize / 2);
        Tensor phases = functional.conv2d(input, kernels, cat([bias, bias, bias, bias], 0), strides: One, padding: One);
        Tensor interleaved = phases.permute(0, 2, 3, 1).view(batch, height, width, Phases, Phases, to)
            .permute(0, 1, 3, 2, 4, 5).reshape(batch, Phases * height, Phases * width, to);
        return interleaved.narrow(1, 1, (Phases * height) - 2).narrow(2, 1, (Phases * width) - 2).permute(0, 3, 1, 2);
    }
}
