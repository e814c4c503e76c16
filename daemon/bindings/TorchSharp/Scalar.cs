using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>A number for a call that takes whole numbers, fractions or truth values alike.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(long value, torch.ScalarType type)
    {
        Value = new ScalarValue(type == torch.ScalarType.Bool ? ScalarKind.Boolean : ScalarKind.Integer, value);
        Type = type;
    }

    private Scalar(double value)
    {
        Value = new ScalarValue(ScalarKind.FloatingPoint, BitConverter.DoubleToInt64Bits(value));
        Type = torch.ScalarType.Float64;
    }

    /// <summary>As libtorch keeps it: Int64, Float64 or Bool.</summary>
    public torch.ScalarType Type { get; }

    internal ScalarValue Value { get; }

    internal double Number => Type == torch.ScalarType.Float64 ? BitConverter.Int64BitsToDouble(Value.Bits) : Value.Bits;

    internal long Integer => Type == torch.ScalarType.Float64 ? (long)BitConverter.Int64BitsToDouble(Value.Bits) : Value.Bits;

    public static implicit operator Scalar(byte value) => new(value, torch.ScalarType.Int64);

    public static implicit operator Scalar(sbyte value) => new(value, torch.ScalarType.Int64);

    public static implicit operator Scalar(short value) => new(value, torch.ScalarType.Int64);

    public static implicit operator Scalar(int value) => new(value, torch.ScalarType.Int64);

    public static implicit operator Scalar(long value) => new(value, torch.ScalarType.Int64);

    public static implicit operator Scalar(Half value) => new((double)value);

    public static implicit operator Scalar(float value) => new(value);

    public static implicit operator Scalar(double value) => new(value);

    public static implicit operator Scalar(bool value) => new(value ? 1 : 0, torch.ScalarType.Bool);

    /// <summary>Does nothing: this scalar holds no native memory. The package's does.</summary>
    public void Dispose()
    {
    }
}
