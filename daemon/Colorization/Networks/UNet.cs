using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Colorization.Networks;

/// <summary>
/// The U-Net of the article, for both stages, as it is trained. Layer names are the article's (and so the names in the weight files).
/// </summary>
/// <remarks>
/// Input N x inputChannels x H x W, output N x outputChannels x H x W, H and W multiples of 16. Convolutions k4 s2 p1 halve, transposed ones double; batch normalisation
/// and ReLU follow every layer but the last, which is linear. With 4 input channels and 32 base channels: 18,639,619 parameters.
/// </remarks>
public sealed class UNet : Module<Tensor, Tensor>
{
    /// <summary>Sides of the input must be multiples of this: four halvings.</summary>
    public const int SizeMultiple = 16;

    /// <summary>Epsilon of the batch normalisations, PyTorch's default.</summary>
    public const double BatchNormEpsilon = 1e-5;

#pragma warning disable IDE1006, SA1310, CA2213 // The fields' names are the weights' names; the base class disposes registered modules.
    private readonly Conv2d c0, c1, c2, c3, c4, c5, c6, c7, c8;
    private readonly BatchNorm2d bnc0, bnc1, bnc2, bnc3, bnc4, bnc5, bnc6, bnc7, bnc8;
    private readonly ConvTranspose2d dc8, dc6, dc4, dc2;
    private readonly Conv2d dc7, dc5, dc3, dc1, dc0;
    private readonly BatchNorm2d bnd8, bnd7, bnd6, bnd5, bnd4, bnd3, bnd2, bnd1;
#pragma warning restore IDE1006, SA1310, CA2213

    /// <summary>Creates the network with random weights.</summary>
    /// <param name="inputChannels">Channels of the input, at least 1.</param>
    /// <param name="baseChannels">Channels of the first layer; the article has 32. The deepest layer has 16 times as many.</param>
    /// <param name="outputChannels">Channels of the output, at least 1; 3 for colours.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is below 1.</exception>
    public UNet(int inputChannels, int baseChannels = 32, int outputChannels = 3)
        : base(nameof(UNet))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputChannels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(baseChannels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputChannels, 1);
        int b = baseChannels;
        (c0, bnc0) = Same(inputChannels, b);
        (c1, bnc1) = Halving(b, 2 * b);
        (c2, bnc2) = Same(2 * b, 2 * b);
        (c3, bnc3) = Halving(2 * b, 4 * b);
        (c4, bnc4) = Same(4 * b, 4 * b);
        (c5, bnc5) = Halving(4 * b, 8 * b);
        (c6, bnc6) = Same(8 * b, 8 * b);
        (c7, bnc7) = Halving(8 * b, 16 * b);
        (c8, bnc8) = Same(16 * b, 16 * b);
        (dc8, bnd8) = Doubling(32 * b, 16 * b);
        (dc7, bnd7) = Same(16 * b, 8 * b);
        (dc6, bnd6) = Doubling(16 * b, 8 * b);
        (dc5, bnd5) = Same(8 * b, 4 * b);
        (dc4, bnd4) = Doubling(8 * b, 4 * b);
        (dc3, bnd3) = Same(4 * b, 2 * b);
        (dc2, bnd2) = Doubling(4 * b, 2 * b);
        (dc1, bnd1) = Same(2 * b, b);
        dc0 = Conv2d(2 * b, outputChannels, kernel_size: 3, padding: 1);
        RegisterComponents();
    }

    /// <summary>
    /// Whether training computes in bfloat16 (sums, weights and statistics stay float32), at about twice the speed on processors that multiply it in hardware.
    /// Elsewhere and in evaluation the network always computes in float32.
    /// </summary>
    public bool TrainsInBFloat16 { get; set; }

    /// <summary>Makes the network give 0 everywhere until it has learned something: where a residual network begins.</summary>
    public void ClearLastLayer()
    {
        using var untracked = no_grad();
        foreach ((_, Parameter parameter) in dc0.named_parameters()) parameter.zero_();
    }

    /// <summary>Adds a number to whatever the network gives: where its colours begin before it has learned any.</summary>
    public void RaiseOutput(double value)
    {
        using var untracked = no_grad();
        foreach ((string name, Parameter parameter) in dc0.named_parameters())
            if (name == "bias") parameter.add_(value);
    }

    /// <summary>Runs the network.</summary>
    /// <param name="input">N x inputChannels x H x W, H and W multiples of 16.</param>
    /// <returns>N x outputChannels x H x W, not clamped.</returns>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using DisposeScope scope = NewDisposeScope();
        // The processor's convolutions are fastest with the channels of a pixel side by side; what goes in that way stays that way.
        Tensor first = training && TrainsInBFloat16 ? input.to(ScalarType.BFloat16) : input;
        Tensor e0 = Block(c0, bnc0, input.device_type == DeviceType.CPU ? ChannelsLast.Convert(first) : first);
        Tensor e2 = Block(c2, bnc2, Block(c1, bnc1, e0));
        Tensor e4 = Block(c4, bnc4, Block(c3, bnc3, e2));
        Tensor e6 = Block(c6, bnc6, Block(c5, bnc5, e4));
        Tensor e7 = Block(c7, bnc7, e6);
        Tensor e8 = Block(c8, bnc8, e7);
        Tensor d7 = Block(dc7, bnd7, Block(dc8, bnd8, cat([e7, e8], 1)));
        Tensor d5 = Block(dc5, bnd5, Block(dc6, bnd6, cat([e6, d7], 1)));
        Tensor d3 = Block(dc3, bnd3, Block(dc4, bnd4, cat([e4, d5], 1)));
        Tensor d1 = Block(dc1, bnd1, Block(dc2, bnd2, cat([e2, d3], 1)));
        return Convolve(dc0, cat([e0, d1], 1)).to(ScalarType.Float32).MoveToOuterDisposeScope();
    }

    private static Tensor Block(Conv2d convolution, BatchNorm2d normalisation, Tensor input) =>
        functional.relu(normalisation.call(Convolve(convolution, input)), inplace: true);

    private static Tensor Block(ConvTranspose2d convolution, BatchNorm2d normalisation, Tensor input) =>
        functional.relu(normalisation.call(Convolve(convolution, input)), inplace: true);

    private static Tensor Convolve(Conv2d layer, Tensor input) => input.dtype == ScalarType.Float32
        ? layer.call(input)
        : functional.conv2d(input, layer.weight.to(input.dtype), layer.bias!.to(input.dtype), strides: layer.stride, padding: layer.padding);

    private static Tensor Convolve(ConvTranspose2d layer, Tensor input) => input.dtype == ScalarType.Float32
        ? layer.call(input)
        : functional.conv_transpose2d(input, layer.weight.to(input.dtype), layer.bias!.to(input.dtype), strides: layer.stride, padding: layer.padding);

    private static (Conv2d Convolution, BatchNorm2d Normalisation) Same(int from, int to) =>
        (Conv2d(from, to, kernel_size: 3, padding: 1), BatchNorm2d(to, BatchNormEpsilon));

    private static (Conv2d Convolution, BatchNorm2d Normalisation) Halving(int from, int to) =>
        (Conv2d(from, to, kernel_size: 4, stride: 2, padding: 1), BatchNorm2d(to, BatchNormEpsilon));

    private static (ConvTranspose2d Convolution, BatchNorm2d Normalisation) Doubling(int from, int to) =>
        (ConvTranspose2d(from, to, kernel_size: 4, stride: 2, padding: 1), BatchNorm2d(to, BatchNormEpsilon));
}
