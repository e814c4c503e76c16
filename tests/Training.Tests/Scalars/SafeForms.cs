using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PdnColorize.Training.Tests.Scalars;

/// <summary>What <see cref="UnkeptScalars"/> must not find. Nobody calls them.</summary>
internal static class SafeForms
{
    private static readonly Scalar Kept = 0.5;

    public static Tensor KeptInAField(Tensor t) => t.mul(Kept);

    public static Tensor KeptByUsing(Tensor t, double factor)
    {
        using Scalar first = factor;
        using Scalar second = 2 * factor;
        return t.clamp(first, second);
    }

    public static double KeptWhileRead(Tensor t)
    {
        using Scalar value = t.ToScalar();
        return value.ToDouble();
    }

    public static Tensor SumWithAGivenFactor(Tensor a, Tensor b) => a.add(b, Kept);

    public static Tensor WithoutNumbers(Tensor a, Tensor b) => (a - b).abs() * a / b.sqrt();

    public static float Item(Tensor t) => t.item<float>();

    public static Tensor Layer(Tensor t)
    {
        using Conv2d convolution = nn.Conv2d(3, 3, kernel_size: 3);
        return nn.functional.relu(convolution.call(t));
    }
}
