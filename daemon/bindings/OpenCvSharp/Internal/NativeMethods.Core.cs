using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

// core: arithmetic, layout, sums. In the order of the shim.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int pdncv_add(InputArray a, InputArray b, OutputArray dst, InputArray mask, int dtype);

    [LibraryImport(Library)]
    internal static partial int pdncv_subtract(InputArray a, InputArray b, OutputArray dst, InputArray mask, int dtype);

    [LibraryImport(Library)]
    internal static partial int pdncv_multiply(InputArray a, InputArray b, OutputArray dst, double scale, int dtype);

    [LibraryImport(Library)]
    internal static partial int pdncv_divide(InputArray a, InputArray b, OutputArray dst, double scale, int dtype);

    [LibraryImport(Library)]
    internal static partial int pdncv_divide_scale(double scale, InputArray b, OutputArray dst, int dtype);

    [LibraryImport(Library)]
    internal static partial int pdncv_add_weighted(
        InputArray a, double alpha, InputArray b, double beta, double gamma, OutputArray dst, int dtype);

    [LibraryImport(Library)]
    internal static partial int pdncv_absdiff(InputArray a, InputArray b, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_min(InputArray a, InputArray b, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_max(InputArray a, InputArray b, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_bitwise_and(InputArray a, InputArray b, OutputArray dst, InputArray mask);

    [LibraryImport(Library)]
    internal static partial int pdncv_bitwise_or(InputArray a, InputArray b, OutputArray dst, InputArray mask);

    [LibraryImport(Library)]
    internal static partial int pdncv_bitwise_xor(InputArray a, InputArray b, OutputArray dst, InputArray mask);

    [LibraryImport(Library)]
    internal static partial int pdncv_bitwise_not(InputArray src, OutputArray dst, InputArray mask);

    [LibraryImport(Library)]
    internal static partial int pdncv_compare(InputArray a, InputArray b, OutputArray dst, int op);

    [LibraryImport(Library)]
    internal static partial int pdncv_in_range(InputArray src, InputArray lower, InputArray upper, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_exp(InputArray src, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_log(InputArray src, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_pow(InputArray src, double power, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_sqrt(InputArray src, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_magnitude(InputArray x, InputArray y, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_cart_to_polar(
        InputArray x, InputArray y, OutputArray magnitude, OutputArray angle, int degrees);

    [LibraryImport(Library)]
    internal static partial int pdncv_lut(InputArray src, InputArray lut, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_convert_scale_abs(InputArray src, OutputArray dst, double alpha, double beta);

    [LibraryImport(Library)]
    internal static partial int pdncv_normalize(
        InputArray src, OutputArray dst, double alpha, double beta, int norm, int dtype, InputArray mask);

    [LibraryImport(Library)]
    internal static partial int pdncv_transform(InputArray src, OutputArray dst, InputArray matrix);

    [LibraryImport(Library)]
    internal static partial int pdncv_dct(InputArray src, OutputArray dst, int flags);

    [LibraryImport(Library)]
    internal static partial int pdncv_merge(IntPtr[] channels, int count, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_extract_channel(InputArray src, OutputArray dst, int channel);

    [LibraryImport(Library)]
    internal static partial int pdncv_insert_channel(InputArray src, OutputArray dst, int channel);

    [LibraryImport(Library)]
    internal static partial int pdncv_mix_channels(IntPtr[] src, int srcCount, IntPtr[] dst, int dstCount, int[] pairs, int pairCount);

    [LibraryImport(Library)]
    internal static partial int pdncv_copy_make_border(
        InputArray src, OutputArray dst, int top, int bottom, int left, int right, int border, Scalar value);

    [LibraryImport(Library)]
    internal static partial int pdncv_flip(InputArray src, OutputArray dst, int code);

    [LibraryImport(Library)]
    internal static partial int pdncv_rotate(InputArray src, OutputArray dst, int code);

    [LibraryImport(Library)]
    internal static partial int pdncv_transpose(InputArray src, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_repeat(InputArray src, int ny, int nx, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_hconcat(IntPtr[] src, int count, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_vconcat(IntPtr[] src, int count, OutputArray dst);

    [LibraryImport(Library)]
    internal static partial int pdncv_count_non_zero(InputArray src, out int count);

    [LibraryImport(Library)]
    internal static partial int pdncv_find_non_zero(InputArray src, OutputArray positions);

    [LibraryImport(Library)]
    internal static partial int pdncv_sum(InputArray src, out Scalar sum);

    [LibraryImport(Library)]
    internal static partial int pdncv_mean(InputArray src, InputArray mask, out Scalar mean);

    [LibraryImport(Library)]
    internal static partial int pdncv_mean_std_dev(InputArray src, OutputArray mean, OutputArray deviation, InputArray mask);

    [LibraryImport(Library)]
    internal static partial int pdncv_mean_std_dev_scalar(InputArray src, out Scalar mean, out Scalar deviation, InputArray mask);

    [LibraryImport(Library)]
    internal static partial int pdncv_min_max_loc(
        InputArray src, out double least, out double most, out Point leastAt, out Point mostAt, InputArray mask);

    [LibraryImport(Library)]
    internal static partial int pdncv_min_max(InputArray src, out double least, out double most);

    [LibraryImport(Library)]
    internal static partial int pdncv_norm(InputArray src, int type, InputArray mask, out double result);

    [LibraryImport(Library)]
    internal static partial int pdncv_norm_difference(InputArray a, InputArray b, int type, InputArray mask, out double result);

    [LibraryImport(Library)]
    internal static partial int pdncv_reduce(InputArray src, OutputArray dst, int dim, int type, int dtype);

    [LibraryImport(Library)]
    internal static partial int pdncv_kmeans(
        InputArray data, int k, OutputArray labels, TermCriteria stop, int attempts, int flags, OutputArray centers, out double compactness);
}
