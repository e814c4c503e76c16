using System.Runtime.InteropServices;

namespace PdnColorize.Protocol.Pixels;

/// <summary>SECURITY_ATTRIBUTES of Windows.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SecurityAttributes
{
    public uint Length;
    public nint Descriptor;
    public int InheritHandle;
}
