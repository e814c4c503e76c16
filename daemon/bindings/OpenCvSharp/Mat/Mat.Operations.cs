using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

public partial class Mat
{
    /// <summary>Copies the pixels, or those whose mask is not zero, and gives <paramref name="m"/> this size and type.</summary>
    public void CopyTo(Mat m, InputArray? mask = null)
    {
        ArgumentNullException.ThrowIfNull(m);
        Check(pdncv_mat_copy_to(Handle, m, Optional(mask)));
    }

    /// <inheritdoc cref="CopyTo(Mat, InputArray)"/>
    public void CopyTo(OutputArray m, InputArray? mask = null) => Check(pdncv_mat_copy_to(Handle, m, Optional(mask)));

    /// <summary>Converts to another depth: each value times <paramref name="alpha"/> plus <paramref name="beta"/>, rounded and clamped.</summary>
    public void ConvertTo(OutputArray m, MatType rtype, double alpha = 1, double beta = 0) =>
        Check(pdncv_mat_convert_to(Handle, m, rtype.Value, alpha, beta));

    /// <summary>Sets all pixels, or those whose mask is not zero.</summary>
    public Mat SetTo(Scalar value, Mat? mask = null) => SetTo(InputArray.Create(value), mask);

    /// <summary>Sets all pixels, or those whose mask is not zero.</summary>
    public Mat SetTo(InputArray value, Mat? mask = null)
    {
        Check(pdncv_mat_set_to(this, value, Optional(mask is null ? null : InputArray.Create(mask))));
        return this;
    }

    /// <summary>The channels as Mats of one channel each.</summary>
    public Mat[] Split() => Cv2.Split(this);

    /// <summary>The decoded picture; empty if the bytes are no picture or a damaged one.</summary>
    public static Mat ImDecode(byte[] imageBytes, ImreadModes mode = ImreadModes.Color) => Cv2.ImDecode(imageBytes, mode);

    /// <summary>The decoded picture; empty if the bytes are no picture or a damaged one.</summary>
    public static Mat ImDecode(ReadOnlySpan<byte> span, ImreadModes mode = ImreadModes.Color) => Cv2.ImDecode(span, mode);

    /// <summary>The picture as a file of the type that <paramref name="ext"/> names.</summary>
    public byte[] ImEncode(string ext = ".png", int[]? prms = null)
    {
        Cv2.ImEncode(ext, this, out var bytes, prms);
        return bytes;
    }

    /// <summary>The picture as a file of the type that <paramref name="ext"/> names.</summary>
    public byte[] ImEncode(string ext = ".png", params ImageEncodingParam[] prms)
    {
        Cv2.ImEncode(ext, this, out var bytes, prms);
        return bytes;
    }
}
