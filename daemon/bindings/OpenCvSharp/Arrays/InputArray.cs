using System.Runtime.InteropServices.Marshalling;
using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <summary>An input of an OpenCV function: a Mat, or up to four numbers that stand for every pixel.</summary>
[NativeMarshalling(typeof(InputArrayMarshaller))]
public class InputArray
{
    private InputArray(InputKind kind, Mat? mat, Scalar value)
    {
        InputKind = kind;
        Mat = mat;
        Value = value;
    }

    /// <summary>OpenCV's "no array".</summary>
    internal static InputArray None { get; } = new(InputKind.None, null, default);

    internal InputKind InputKind { get; }

    internal Mat? Mat { get; }

    internal Scalar Value { get; }

    public static InputArray Create(Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        return new InputArray(InputKind.Mat, mat, default);
    }

    public static InputArray Create(Scalar val) => new(InputKind.Scalar, null, val);

    public static InputArray Create(double val) => new(InputKind.Double, null, new Scalar(val));

    /// <summary>A null Mat becomes "no array", such as no mask.</summary>
    public static implicit operator InputArray(Mat mat) =>
        mat is null ? None : Create(mat);

    public static implicit operator InputArray(Scalar val) => Create(val);

    public static implicit operator InputArray(double val) => Create(val);
}
