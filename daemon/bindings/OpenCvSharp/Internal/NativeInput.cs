using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

/// <summary>An input as the shim takes it; the layout is that of <c>pdncv_input</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeInput
{
    internal IntPtr Mat;
    internal InputKind Kind;
    internal Scalar Value;
}
