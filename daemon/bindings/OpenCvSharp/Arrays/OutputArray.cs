using System.Runtime.InteropServices.Marshalling;
using OpenCvSharp.Internal;

namespace OpenCvSharp;

/// <summary>An output of an OpenCV function, which gives it the size and type that it needs.</summary>
[NativeMarshalling(typeof(OutputArrayMarshaller))]
public class OutputArray
{
    private protected OutputArray(Mat mat)
    {
        ArgumentNullException.ThrowIfNull(mat);
        Mat = mat;
    }

    private OutputArray()
    {
    }

    /// <summary>OpenCV's "no array", for an output that is not wanted.</summary>
    internal static OutputArray None { get; } = new();

    internal Mat? Mat { get; }

    public static OutputArray Create(Mat mat) => new(mat);

    public static implicit operator OutputArray(Mat mat) => new(mat);
}
