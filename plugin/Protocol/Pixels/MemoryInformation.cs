using System.Runtime.InteropServices;

namespace PdnColorize.Protocol.Pixels;

/// <summary>MEMORY_BASIC_INFORMATION of 64-bit Windows.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MemoryInformation
{
    public nint BaseAddress;
    public nint AllocationBase;
    public uint AllocationProtect;
    public ushort PartitionId;
    public nuint RegionSize;
    public uint State;
    public uint Protect;
    public uint Type;
}
