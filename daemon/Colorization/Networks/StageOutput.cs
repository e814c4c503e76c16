using PdnColorize.Colorization.Models;
using static TorchSharp.torch;

namespace PdnColorize.Colorization.Networks;

/// <summary>What a stage paints: its network's output, or that as a correction of what the hints alone give.</summary>
internal static class StageOutput
{
    /// <summary>Completes a network's output; the same for training and colouring.</summary>
    /// <param name="output">N x 3 x H x W, the network's.</param>
    /// <param name="inputs">N x inputChannels x H x W, what the network saw.</param>
    /// <param name="stage">The stage.</param>
    /// <returns>N x 3 x H x W in the model's range, not clamped. Where the hints' flood is sure, a network that gives 0 paints the hint's very colour.</returns>
    public static Tensor Complete(Tensor output, Tensor inputs, StageManifest stage)
    {
        if (!stage.IsResidual) return output;
        Tensor confidence = Plane(InputPlane.PropagatedConfidence);
        Tensor hints = Plane(InputPlane.Propagated);
        Tensor start = stage.Inputs.Contains(InputPlane.Draft) ? Plane(InputPlane.Draft).lerp(hints, confidence) : hints * confidence;
        return output.Plus(start);

        Tensor Plane(InputPlane plane) =>
            inputs.narrow(1, stage.Inputs.TakeWhile(other => other != plane).ChannelCount(), plane.ChannelCount());
    }
}
