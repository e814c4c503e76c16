using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace PdnColorize.Training.Tests.Scalars;

/// <summary>What <see cref="UnkeptScalars"/> must find, each in a method of its own. Nobody calls them.</summary>
internal static class UnsafeForms
{
    private static Scalar s_replaceable = 1;

    public static Tensor ImplicitArgument(Tensor t) => t.pow(2);

    public static Tensor OperatorWithANumber(Tensor t) => t * 0.5;

    public static Tensor NumberBeforeATensor(Tensor t) => 1 - t;

    public static Tensor SumOfTensors(Tensor a, Tensor b) => a + b;

    public static Tensor SumOfTensorAndKeptScalar(Tensor t)
    {
        using Scalar kept = 2;
        return t + kept;
    }

    public static Tensor Comparison(Tensor t) => t.gt(0);

    public static Tensor Filled() => full(3, 1.5);

    public static double ConvertedTensor(Tensor t) => (double)t;

    public static double ReadTensor(Tensor t) => t.ToScalar().ToDouble();

    public static Tensor Activation(Tensor t) => nn.functional.leaky_relu(t, 0.2);

    /// <summary>The JIT forgets a variable after its last use, which is before the call.</summary>
    public static Tensor PlainVariable(Tensor t)
    {
        Scalar factor = 3;
        return t.mul(factor);
    }

    public static Tensor ReplaceableField(Tensor t)
    {
        s_replaceable = 2;
        return t.mul(s_replaceable);
    }

    public static Func<Tensor, Tensor> InALambda(double factor) => t => t.mul(factor);

    public static IEnumerable<Tensor> InAnIterator(Tensor t)
    {
        yield return t.mul(3);
    }

    public static Func<Tensor, Tensor, Tensor> AsADelegate() => add;

    public static BatchNorm2d Layer() => nn.BatchNorm2d(3);

    public static Sequential Activations() => nn.Sequential(nn.LeakyReLU(0.2));

    public static optim.Optimizer Optimizer(nn.Module network) => optim.Adam(network.parameters());
}
