using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

// imgcodecs. In the order of the shim.
internal static partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int pdncv_imdecode(ReadOnlySpan<byte> data, long length, int flags, OutputArray dst);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int pdncv_imencode(
        string extension, InputArray image, int[] parameters, int parameterCount, OutputArray dst, out int encoded);
}
