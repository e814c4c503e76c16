using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Samples;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Training.Losses;

/// <summary>The losses that need no discriminator.</summary>
internal sealed class PictureLoss(TrainConfig config, SampleBuilder samples)
{
    private readonly int _line = samples.ChannelOf(InputPlane.Line);
    private readonly int _hint = samples.ChannelOf(InputPlane.Hint);
    private readonly int _mask = samples.ChannelOf(InputPlane.HintMask);

    /// <summary>Mean distance between result and original, N x 3 x H x W each.</summary>
    public Tensor Reconstruction(Tensor result, Tensor target) => config.Reconstruction == ReconstructionLoss.L1
        ? functional.l1_loss(result, target)
        : functional.mse_loss(result, target);

    /// <summary>Mean distance between the results of each sample and its twin over the pixels in which their originals are the same.</summary>
    /// <param name="result">N x 3 x H x W.</param>
    /// <param name="target">N x 3 x H x W.</param>
    /// <param name="twins">Samples that have a twin right after them.</param>
    /// <returns>Null without twins.</returns>
    public Tensor? BetweenTwins(Tensor result, Tensor target, IReadOnlyList<int> twins)
    {
        if (twins.Count == 0 || config.LocalityLossWeight == 0) return null;
        Tensor first = tensor(twins.Select(sample => (long)sample).ToArray(), device: result.device);
        Tensor second = tensor(twins.Select(sample => sample + 1L).ToArray(), device: result.device);
        Tensor same = target.index_select(0, first).eq(target.index_select(0, second)).all(1, keepdim: true).to(result.dtype);
        Tensor distance = (result.index_select(0, first) - result.index_select(0, second)).abs();
        return (distance * same).sum() / same.sum().Times(3).Plus(1);
    }

    /// <summary>Mean distance between result and hint over all hint pixels on paper: what a hint says of the line below it is nothing.</summary>
    /// <returns>Null if the model has no mask.</returns>
    public Tensor? AtHints(Tensor result, Tensor inputs)
    {
        if (_mask < 0 || config.HintLossWeight == 0) return null;
        // The line art is -1 for ink to 1 for paper in every model with a mask.
        Tensor paper = inputs.narrow(1, _line, 1).Plus(1).Times(0.5);
        Tensor weight = inputs.narrow(1, _mask, 1) * paper;
        Tensor distance = (result - inputs.narrow(1, _hint, 3)).abs();
        // In a batch without any hint the sum of weights is 0, and so is the loss.
        return (distance * weight).sum() / weight.sum().Times(3).Plus(1);
    }
}
