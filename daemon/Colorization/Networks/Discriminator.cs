using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Colorization.Networks;

/// <summary>The article's discriminator: seven convolutions and a linear layer that tells coloured pictures from originals.</summary>
/// <remarks>
/// Input N x inputChannels x size x size (3 channels in the article, more when it also sees line art and hints), output N x 2: class scores before the softmax.
/// About 0.92 million parameters at 128 x 128.
/// </remarks>
public sealed class Discriminator : Module<Tensor, Tensor>
{
    /// <summary>The size must be a multiple of this: four halvings.</summary>
    public const int SizeMultiple = 16;

#pragma warning disable IDE1006, CA2213 // The fields' names are the weights' names; the base class disposes registered modules.
    private readonly Conv2d c1, c2, c3, c4, c5, c6, c7;
    private readonly BatchNormalization bn1, bn2, bn3, bn4, bn5, bn6, bn7;
    private readonly Linear l8;
#pragma warning restore IDE1006, CA2213

    /// <summary>Creates the network with random weights.</summary>
    /// <param name="inputChannels">Channels of the input, at least 1.</param>
    /// <param name="size">Side of the square input, a multiple of 16.</param>
    /// <exception cref="ArgumentOutOfRangeException">The channels are below 1, or the size is no positive multiple of 16.</exception>
    public Discriminator(int inputChannels = 3, int size = 128)
        : base(nameof(Discriminator))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputChannels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, SizeMultiple);
        ArgumentOutOfRangeException.ThrowIfNotEqual(size % SizeMultiple, 0, nameof(size));
        (c1, bn1) = Halving(inputChannels, 32);
        (c2, bn2) = Same(32, 32);
        (c3, bn3) = Halving(32, 64);
        (c4, bn4) = Same(64, 64);
        (c5, bn5) = Halving(64, 128);
        (c6, bn6) = Same(128, 128);
        (c7, bn7) = Halving(128, 256);
        int side = size / SizeMultiple;
        l8 = Linear(256 * side * side, 2);
        RegisterComponents();
    }

    /// <summary>Runs the network.</summary>
    /// <param name="input">N x inputChannels x size x size.</param>
    /// <returns>N x 2 class scores: coloured, original.</returns>
    public override Tensor forward(Tensor input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Block(c1, bn1, input);
        x = Block(c2, bn2, x);
        x = Block(c3, bn3, x);
        x = Block(c4, bn4, x);
        x = Block(c5, bn5, x);
        x = Block(c6, bn6, x);
        x = Block(c7, bn7, x);
        return l8.call(x.reshape(x.shape[0], -1)).MoveToOuterDisposeScope();
    }

    private static Tensor Block(Conv2d convolution, BatchNormalization normalisation, Tensor input) =>
        functional.relu(normalisation.call(convolution.call(input)));

    private static (Conv2d Convolution, BatchNormalization Normalisation) Same(int from, int to) =>
        (Conv2d(from, to, kernel_size: 3, padding: 1), new BatchNormalization(to, UNet.BatchNormEpsilon));

    private static (Conv2d Convolution, BatchNormalization Normalisation) Halving(int from, int to) =>
        (Conv2d(from, to, kernel_size: 4, stride: 2, padding: 1), new BatchNormalization(to, UNet.BatchNormEpsilon));
}
