using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Tests.Networks;

/// <summary>The smallest reading network with a known answer: its logit is 12 x (ink - 1/2), so that each line is a border and nothing else is.</summary>
internal static class InkReading
{
    public const float Slope = 12;

    public static ReadingManifest Manifest(int outputChannels = 1) => new()
    {
        File = "reading.safetensors",
        BaseChannels = 1,
        OutputChannels = outputChannels,
        LongSide = 256,
    };

    /// <summary>All zeros but for the way through c0 and the skip to dc0.</summary>
    public static IReadOnlyList<SafetensorsTensor> Weights(int outputChannels = 1) =>
        [.. Manifest(outputChannels).ToLayout().Tensors.Select(Make)];

    public static ReadingWeights Checked(int outputChannels = 1) => ReadingWeights.Check(Manifest(outputChannels), Weights(outputChannels), "ink");

    public static byte Strength(double ink) => (byte)Math.Round(255 / (1 + Math.Exp(-Slope * (ink - 0.5))));

    private static SafetensorsTensor Make(UNetTensor tensor)
    {
        float[] values = new float[tensor.ElementCount];
        bool isNorm = tensor.Name.StartsWith("bn", StringComparison.Ordinal);
        if (isNorm && (tensor.Name.EndsWith(".weight", StringComparison.Ordinal) || tensor.Name.EndsWith(".running_var", StringComparison.Ordinal))) Array.Fill(values, 1);
        const int KernelMiddle = 4;
        if (tensor.Name == "c0.weight") values[KernelMiddle] = 1;
        // The first input channel is the skip from c0.
        if (tensor.Name == "dc0.weight") values[KernelMiddle] = Slope;
        if (tensor.Name == "dc0.bias") values[0] = -Slope / 2;
        return SafetensorsTensor.FromSingles(tensor.Name, [.. tensor.Shape], values, SafetensorsDataType.F32);
    }
}
