using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>A <see cref="Scalar"/> as the shim takes it (PdnScalar in shim.h).</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct ScalarValue(ScalarKind kind, long bits)
{
    public readonly ScalarKind Kind = kind;
    public readonly long Bits = bits;

    public static ScalarValue Of(Scalar? scalar) => scalar?.Value ?? default;
}
