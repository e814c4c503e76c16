using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

// The library itself, and the last error. In the order of the shim.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void pdncv_last_error(
        out int status, out IntPtr function, out IntPtr message, out IntPtr file, out int line);

    [LibraryImport(Library)]
    internal static partial IntPtr pdncv_version();

    [LibraryImport(Library)]
    internal static partial IntPtr pdncv_build_information();

    [LibraryImport(Library)]
    internal static partial int pdncv_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int pdncv_get_num_threads(out int count);

    [LibraryImport(Library)]
    internal static partial int pdncv_set_use_optimized(int on);

    [LibraryImport(Library)]
    internal static partial int pdncv_use_optimized(out int on);

    [LibraryImport(Library)]
    internal static partial int pdncv_set_log_level(int level, out int previous);

    [LibraryImport(Library)]
    internal static partial int pdncv_get_log_level(out int level);
}
