using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Colorization.Networks;

/// <summary>Arithmetic with numbers, and sums of tensors, that a garbage collection cannot disturb.</summary>
/// <remarks>
/// TorchSharp hands a number to libtorch as a <see cref="Scalar"/>, an object with a finalizer, and up to 0.107 nothing keeps it alive while the native code reads it:
/// <c>t * 0.5</c>, <c>t + 1</c> and even <c>a + b</c>, which makes a 1 to multiply b by, fail now and then when another thread collects. A <see cref="Scalar"/> is safe in a
/// static readonly field and in a <c>using</c> variable. <c>a * b</c>, <c>a / b</c> and <c>a - b</c> of two tensors make none.
/// All take and give tensors of any shape; the result is floating-point and belongs to the current dispose scope.
/// </remarks>
internal static class TensorArithmetic
{
    /// <summary>1, for calls that multiply by something; whole, so that integers stay integers.</summary>
    public static readonly Scalar One = 1L;

    /// <summary>The sum of two tensors.</summary>
    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, One);

    /// <summary>Adds a number to every element.</summary>
    public static Tensor Plus(this Tensor left, double right)
    {
        using Scalar number = right;
        return left.add(number, One);
    }

    /// <summary>Multiplies every element by a number.</summary>
    public static Tensor Times(this Tensor left, double right)
    {
        using Scalar number = right;
        return left.mul(number);
    }

    /// <summary>Brings every element into a range; both ends belong to it.</summary>
    public static Tensor Clamp(this Tensor tensor, double minimum, double maximum)
    {
        using Scalar lower = minimum;
        using Scalar upper = maximum;
        return tensor.clamp(lower, upper);
    }
}
