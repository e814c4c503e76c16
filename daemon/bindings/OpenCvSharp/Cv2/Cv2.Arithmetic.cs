using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// core: pixel by pixel.
public static partial class Cv2
{
    public static void Add(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null, int dtype = -1) =>
        Check(pdncv_add(src1, src2, dst, Optional(mask), dtype));

    public static void Subtract(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null, int dtype = -1) =>
        Check(pdncv_subtract(src1, src2, dst, Optional(mask), dtype));

    public static void Subtract(InputArray src1, Scalar src2, OutputArray dst, InputArray? mask = null, int dtype = -1) =>
        Check(pdncv_subtract(src1, src2, dst, Optional(mask), dtype));

    public static void Subtract(Scalar src1, InputArray src2, OutputArray dst, InputArray? mask = null, int dtype = -1) =>
        Check(pdncv_subtract(src1, src2, dst, Optional(mask), dtype));

    public static void Multiply(InputArray src1, InputArray src2, OutputArray dst, double scale = 1, int dtype = -1) =>
        Check(pdncv_multiply(src1, src2, dst, scale, dtype));

    public static void Divide(InputArray src1, InputArray src2, OutputArray dst, double scale = 1, MatType? dtype = null) =>
        Check(pdncv_divide(src1, src2, dst, scale, dtype?.Value ?? -1));

    public static void Divide(double scale, InputArray src2, OutputArray dst, int dtype = -1) =>
        Check(pdncv_divide_scale(scale, src2, dst, dtype));

    public static void AddWeighted(
        InputArray src1, double alpha, InputArray src2, double beta, double gamma, OutputArray dst, int dtype = -1) =>
        Check(pdncv_add_weighted(src1, alpha, src2, beta, gamma, dst, dtype));

    public static void Absdiff(InputArray src1, InputArray src2, OutputArray dst) => Check(pdncv_absdiff(src1, src2, dst));

    public static void Min(InputArray src1, InputArray src2, OutputArray dst) => Check(pdncv_min(src1, src2, dst));

    public static void Min(Mat src1, Mat src2, Mat dst) => Check(pdncv_min(src1, src2, dst));

    public static void Min(Mat src1, double src2, Mat dst) => Check(pdncv_min(src1, src2, dst));

    public static void Max(InputArray src1, InputArray src2, OutputArray dst) => Check(pdncv_max(src1, src2, dst));

    public static void Max(Mat src1, Mat src2, Mat dst) => Check(pdncv_max(src1, src2, dst));

    public static void Max(Mat src1, double src2, Mat dst) => Check(pdncv_max(src1, src2, dst));

    public static void BitwiseAnd(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null) =>
        Check(pdncv_bitwise_and(src1, src2, dst, Optional(mask)));

    public static void BitwiseOr(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null) =>
        Check(pdncv_bitwise_or(src1, src2, dst, Optional(mask)));

    public static void BitwiseXor(InputArray src1, InputArray src2, OutputArray dst, InputArray? mask = null) =>
        Check(pdncv_bitwise_xor(src1, src2, dst, Optional(mask)));

    public static void BitwiseNot(InputArray src, OutputArray dst, InputArray? mask = null) =>
        Check(pdncv_bitwise_not(src, dst, Optional(mask)));

    public static void Compare(InputArray src1, InputArray src2, OutputArray dst, CmpTypes cmpop) =>
        Check(pdncv_compare(src1, src2, dst, (int)cmpop));

    public static void InRange(InputArray src, InputArray lowerb, InputArray upperb, OutputArray dst) =>
        Check(pdncv_in_range(src, lowerb, upperb, dst));

    public static void InRange(InputArray src, Scalar lowerb, Scalar upperb, OutputArray dst) =>
        Check(pdncv_in_range(src, lowerb, upperb, dst));

    public static void Exp(InputArray src, OutputArray dst) => Check(pdncv_exp(src, dst));

    public static void Log(InputArray src, OutputArray dst) => Check(pdncv_log(src, dst));

    public static void Pow(InputArray src, double power, OutputArray dst) => Check(pdncv_pow(src, power, dst));

    public static void Sqrt(InputArray src, OutputArray dst) => Check(pdncv_sqrt(src, dst));

    public static void Magnitude(InputArray x, InputArray y, OutputArray magnitude) => Check(pdncv_magnitude(x, y, magnitude));

    public static void CartToPolar(InputArray x, InputArray y, OutputArray magnitude, OutputArray angle, bool angleInDegrees = false) =>
        Check(pdncv_cart_to_polar(x, y, magnitude, angle, angleInDegrees ? 1 : 0));

    public static void LUT(InputArray src, InputArray lut, OutputArray dst) => Check(pdncv_lut(src, lut, dst));

    /// <param name="src">Pixels of depth CV_8U.</param>
    /// <param name="lut">256 values.</param>
    /// <param name="dst">Gets the size and type of <paramref name="src"/>.</param>
    public static void LUT(InputArray src, byte[] lut, OutputArray dst)
    {
        ArgumentNullException.ThrowIfNull(lut);
        using var table = Mat.FromPixelData(1, lut.Length, MatType.CV_8UC1, lut);
        LUT(src, table, dst);
    }

    public static void ConvertScaleAbs(InputArray src, OutputArray dst, double alpha = 1, double beta = 0) =>
        Check(pdncv_convert_scale_abs(src, dst, alpha, beta));

    public static void Normalize(
        InputArray src, InputOutputArray dst, double alpha = 1, double beta = 0, NormTypes normType = NormTypes.L2, int dtype = -1, InputArray? mask = null) =>
        Check(pdncv_normalize(src, dst, alpha, beta, (int)normType, dtype, Optional(mask)));

    public static void Transform(InputArray src, OutputArray dst, InputArray m) => Check(pdncv_transform(src, dst, m));

    public static void Dct(InputArray src, OutputArray dst, DctFlags flags = DctFlags.None) => Check(pdncv_dct(src, dst, (int)flags));
}
