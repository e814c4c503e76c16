using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Tests.Networks;

/// <summary>The other half of fixtures/make_unet.py: the same weights from the same formula.</summary>
internal static class FormulaWeights
{
    public static IReadOnlyList<SafetensorsTensor> For(UNetLayout layout) => [.. layout.Tensors.Select(Make)];

    private static SafetensorsTensor Make(UNetTensor tensor)
    {
        long[] shape = [.. tensor.Shape];
        bool transposed = shape.Length == 4 && tensor.Name is "dc8.weight" or "dc6.weight" or "dc4.weight" or "dc2.weight";
        (float offset, float spread) = tensor.Name switch
        {
            _ when shape.Length == 4 => (0, (float)(Math.Sqrt(6.0 / (shape[transposed ? 0 : 1] * shape[2] * shape[3])) * (transposed ? 2 : 1))),
            var name when name.EndsWith("running_var", StringComparison.Ordinal) => (1, 0.5f),
            var name when name.StartsWith("bn", StringComparison.Ordinal) && name.EndsWith(".weight", StringComparison.Ordinal) => (1, 0.5f),
            var name when name.StartsWith("bn", StringComparison.Ordinal) => (0, 0.5f),
            _ => (0f, 0.1f),
        };
        return SafetensorsTensor.FromSingles(tensor.Name, shape, Numbers(tensor.Name, (int)tensor.ElementCount, offset, spread));
    }

    private static uint Fnv1a(string name) => name.Aggregate(2166136261u, (value, character) => unchecked((value ^ character) * 16777619));

    private static float[] Numbers(string name, int count, float offset, float spread)
    {
        uint seed = Fnv1a(name);
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            uint x = unchecked(((uint)i * 2654435761) + seed);
            x ^= x >> 15;
            x = unchecked(x * 2246822519);
            x ^= x >> 13;
            float unit = (x >> 8) / (float)(1 << 24);
            values[i] = offset + (((2 * unit) - 1) * spread);
        }

        return values;
    }
}
