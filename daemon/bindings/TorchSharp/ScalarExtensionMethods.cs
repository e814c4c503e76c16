namespace TorchSharp;

/// <summary>Between <see cref="Scalar"/> and the numbers of .NET.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this int value) => value;

    public static Scalar ToScalar(this long value) => value;

    public static Scalar ToScalar(this float value) => value;

    public static Scalar ToScalar(this double value) => value;

    public static Scalar ToScalar(this bool value) => value;

    public static double ToDouble(this Scalar value) => value.Number;

    public static float ToSingle(this Scalar value) => (float)value.Number;

    public static long ToInt64(this Scalar value) => value.Integer;

    public static int ToInt32(this Scalar value) => checked((int)value.Integer);

    public static bool ToBoolean(this Scalar value) => value.Number != 0;
}
