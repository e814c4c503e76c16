using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace PdnColorize.Protocol.Pixels;

/// <summary>Windows' functions for mappings, and their constants (winnt.h, memoryapi.h).</summary>
[SupportedOSPlatform("windows")]
internal static unsafe partial class WindowsMappings
{
    public const uint PageReadWrite = 0x04;
    public const uint MapReadWrite = 0x0002 | 0x0004;
    public const uint ReadControl = 0x0002_0000;
    public const uint Committed = 0x1000;
    public const int AlreadyExists = 183;

    [LibraryImport("kernel32", EntryPoint = "CreateFileMappingW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial SafeFileHandle CreateFileMapping(
        nint file, SecurityAttributes* attributes, uint protection, uint lengthHigh, uint lengthLow, string name);

    [LibraryImport("kernel32", EntryPoint = "OpenFileMappingW", SetLastError = true, StringMarshalling = StringMarshalling.Utf16)]
    public static partial SafeFileHandle OpenFileMapping(uint access, [MarshalAs(UnmanagedType.Bool)] bool inherit, string name);

    [LibraryImport("kernel32", SetLastError = true)]
    public static partial nint MapViewOfFile(SafeFileHandle mapping, uint access, uint offsetHigh, uint offsetLow, nuint bytes);

    [LibraryImport("kernel32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool UnmapViewOfFile(nint view);

    [LibraryImport("kernel32", SetLastError = true)]
    public static partial nuint VirtualQuery(nint address, out MemoryInformation information, nuint length);
}
