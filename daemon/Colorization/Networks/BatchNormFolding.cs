using PdnColorize.Colorization.Models;
using static TorchSharp.torch;

namespace PdnColorize.Colorization.Networks;

/// <summary>Folds a batch normalisation in evaluation mode into the convolution before it: y = (w*x + b - mean) * gamma / sqrt(var + epsilon) + beta is a convolution too.</summary>
internal static class BatchNormFolding
{
    /// <summary>The float32 weight and bias of a layer with its normalisation folded in; owned by the current dispose scope.</summary>
    /// <param name="weights">All tensors of the network.</param>
    /// <param name="layer">The convolution's name.</param>
    /// <param name="normalisation">The batch normalisation's name; null when none follows.</param>
    /// <param name="transposed">The weight is in x out x k x k instead of out x in x k x k.</param>
    public static (Tensor Weight, Tensor Bias) Fold(
        NetworkWeights weights, string layer, string? normalisation, bool transposed)
    {
        Tensor weight = WeightTensors.ToTensor(weights[$"{layer}.weight"]);
        Tensor bias = WeightTensors.ToTensor(weights[$"{layer}.bias"]);
        if (normalisation is null) return (weight, bias);

        Tensor gamma = WeightTensors.ToTensor(weights[$"{normalisation}.weight"]);
        Tensor beta = WeightTensors.ToTensor(weights[$"{normalisation}.bias"]);
        Tensor mean = WeightTensors.ToTensor(weights[$"{normalisation}.running_mean"]);
        Tensor variance = WeightTensors.ToTensor(weights[$"{normalisation}.running_var"]);
        Tensor scale = gamma / variance.Plus(weights.Settings.BatchNormEpsilon).sqrt();
        Tensor perOutput = transposed ? scale.view(1, -1, 1, 1) : scale.view(-1, 1, 1, 1);
        return (weight * perOutput, ((bias - mean) * scale).Plus(beta));
    }
}
