using PdnColorize.Colorization.Models;
using static TorchSharp.torch;

namespace PdnColorize.Colorization.Networks;

/// <summary>Folds a batch normalisation in evaluation mode into the convolution before it: y = (w*x + b - mean) * gamma / sqrt(var + epsilon) + beta is a convolution too.</summary>
internal static class BatchNormFolding
{
    /// <summary>The float32 weight and bias of a layer with its normalisation folded in; owned by the current dispose scope.</summary>
    /// <param name="weights">All tensors of the stage.</param>
    /// <param name="layer">The convolution, and the normalisation behind it if there is one.</param>
    public static (Tensor Weight, Tensor Bias) Fold(StageWeights weights, UNetLayer layer)
    {
        Tensor weight = WeightTensors.ToTensor(weights[$"{layer.Name}.weight"]);
        Tensor bias = WeightTensors.ToTensor(weights[$"{layer.Name}.bias"]);
        if (layer.NormName is not { } normalisation) return (weight, bias);

        Tensor gamma = WeightTensors.ToTensor(weights[$"{normalisation}.weight"]);
        Tensor beta = WeightTensors.ToTensor(weights[$"{normalisation}.bias"]);
        Tensor mean = WeightTensors.ToTensor(weights[$"{normalisation}.running_mean"]);
        Tensor variance = WeightTensors.ToTensor(weights[$"{normalisation}.running_var"]);
        Tensor scale = gamma / (variance + weights.Settings.BatchNormEpsilon).sqrt();
        Tensor perOutput = layer.IsTransposed ? scale.view(1, -1, 1, 1) : scale.view(-1, 1, 1, 1);
        return (weight * perOutput, ((bias - mean) * scale) + beta);
    }
}
