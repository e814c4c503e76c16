using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// imgcodecs: pictures from and to bytes.
public static partial class Cv2
{
    /// <inheritdoc cref="ImDecode(ReadOnlySpan{byte}, ImreadModes)"/>
    public static Mat ImDecode(byte[] buf, ImreadModes flags)
    {
        ArgumentNullException.ThrowIfNull(buf);
        return ImDecode(buf.AsSpan(), flags);
    }

    /// <inheritdoc cref="ImDecode(ReadOnlySpan{byte}, ImreadModes)"/>
    public static unsafe Mat ImDecode(Mat buf, ImreadModes flags)
    {
        ArgumentNullException.ThrowIfNull(buf);
        if (!buf.IsContinuous())
            throw new ArgumentException("The bytes of the picture must follow each other without a gap.", nameof(buf));
        var decoded = ImDecode(new ReadOnlySpan<byte>(buf.DataPointer, checked((int)(buf.Total() * buf.ElemSize()))), flags);
        GC.KeepAlive(buf);
        return decoded;
    }

    /// <summary>Decodes PNG, JPEG, WebP, GIF, BMP, TIFF and what else OpenCV was built with; of an animation the first frame.</summary>
    /// <returns>The picture; empty if the bytes are no picture or a damaged one.</returns>
    /// <exception cref="ArgumentException">There are no bytes.</exception>
    /// <exception cref="OpenCVException">The header claims more pixels than OpenCV accepts (2^30), or there is not enough memory.</exception>
    public static Mat ImDecode(ReadOnlySpan<byte> span, ImreadModes flags)
    {
        if (span.IsEmpty)
            throw new ArgumentException("There are no bytes to decode.", nameof(span));
        var mat = new Mat();
        try
        {
            Check(pdncv_imdecode(span, span.Length, (int)flags, mat));
            return mat;
        }
        catch
        {
            mat.Dispose();
            throw;
        }
    }

    /// <summary>Encodes the picture as the type that <paramref name="ext"/> names, for instance ".png".</summary>
    /// <param name="ext">A file name's extension with its dot.</param>
    /// <param name="img">The picture.</param>
    /// <param name="buf">Gets the bytes of the file.</param>
    /// <param name="prms">Pairs of an <see cref="ImwriteFlags"/> and its value.</param>
    /// <returns>False if the encoder refused the picture.</returns>
    /// <exception cref="OpenCVException">There is no encoder for that type.</exception>
    public static bool ImEncode(string ext, InputArray img, out byte[] buf, int[]? prms = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(ext);
        ArgumentNullException.ThrowIfNull(img);
        using var bytes = new Mat();
        Check(pdncv_imencode(ext, img, prms ?? [], prms?.Length ?? 0, bytes, out var encoded));
        buf = bytes.AsSpan<byte>().ToArray();
        return encoded != 0;
    }

    /// <inheritdoc cref="ImEncode(string, InputArray, out byte[], int[])"/>
    public static void ImEncode(string ext, InputArray img, out byte[] buf, params ImageEncodingParam[] prms)
    {
        ArgumentNullException.ThrowIfNull(prms);
        int[] pairs = [.. prms.SelectMany(parameter => new[] { (int)parameter.EncodingId, parameter.Value })];
        ImEncode(ext, img, out buf, pairs);
    }
}
