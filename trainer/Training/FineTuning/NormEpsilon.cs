using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Training.FineTuning;

/// <summary>Brings batch normalisations to the epsilon that our networks are trained with: what is left of another is added to the variance, which is the same sum.</summary>
internal static class NormEpsilon
{
    private const string VarianceName = ".running_var";

    /// <summary>Tensors that with <see cref="UNet.BatchNormEpsilon"/> give what they gave with another.</summary>
    /// <param name="tensors">A network's tensors.</param>
    /// <param name="epsilon">The epsilon that they were trained with; if it is less than ours, variances below the difference end at 0.</param>
    public static IReadOnlyList<SafetensorsTensor> Fold(IReadOnlyList<SafetensorsTensor> tensors, double epsilon)
    {
        double difference = epsilon - UNet.BatchNormEpsilon;
        return difference == 0 ? tensors : [.. tensors.Select(tensor => IsVariance(tensor) ? Add(tensor, difference) : tensor)];
    }

    private static bool IsVariance(SafetensorsTensor tensor) => tensor.Name.EndsWith(VarianceName, StringComparison.Ordinal);

    private static SafetensorsTensor Add(SafetensorsTensor tensor, double difference) => SafetensorsTensor.FromSingles(
        tensor.Name, [.. tensor.Shape], [.. tensor.ToSingles().Select(variance => (float)Math.Max(0, variance + difference))]);
}
