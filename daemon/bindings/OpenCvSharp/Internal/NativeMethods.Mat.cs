using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

// A Mat itself: header, views, pixels. In the order of the shim.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void pdncv_mat_delete(IntPtr mat);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_new(out IntPtr result);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_new_sizes(int dims, int[] sizes, int type, out IntPtr result);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_new_data(int rows, int cols, int type, IntPtr data, long step, out IntPtr result);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_new_header(MatSafeHandle mat, out IntPtr result);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_new_rect(MatSafeHandle mat, Rect roi, out IntPtr result);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_new_reshaped(MatSafeHandle mat, int channels, int dims, int[] sizes, out IntPtr result);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_new_rows(MatSafeHandle mat, int channels, int rows, out IntPtr result);

    [LibraryImport(Library)]
    internal static partial void pdncv_mat_header(MatSafeHandle mat, out MatHeader header);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_dimension(MatSafeHandle mat, int dim, out int size, out long step);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_create(OutputArray mat, int dims, int[] sizes, int type);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_release(OutputArray mat);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_copy_to(MatSafeHandle mat, OutputArray dst, InputArray mask);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_convert_to(MatSafeHandle mat, OutputArray dst, int type, double alpha, double beta);

    [LibraryImport(Library)]
    internal static partial int pdncv_mat_set_to(OutputArray mat, InputArray value, InputArray mask);
}
