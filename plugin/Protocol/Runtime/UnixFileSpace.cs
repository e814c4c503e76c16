using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace PdnColorize.Protocol.Runtime;

/// <summary>Room for files on Linux. .NET takes it only when it creates a file, and all of it at once.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixFileSpace
{
    /// <summary>FALLOC_FL_KEEP_SIZE of falloc.h: never makes a file longer.</summary>
    private const int KeepSize = 1;

    /// <summary>Takes the room for a part of a file; its content stays.</summary>
    /// <returns>False if there is no room, or the file system cannot do it.</returns>
    public static bool TryAllocate(SafeFileHandle file, long offset, long length) => Allocate(file, KeepSize, offset, length) == 0;

    [LibraryImport("libc", EntryPoint = "fallocate")]
    private static partial int Allocate(SafeFileHandle file, int mode, long offset, long length);
}
