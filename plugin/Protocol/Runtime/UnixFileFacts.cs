using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace PdnColorize.Protocol.Runtime;

/// <summary>What Linux says of a file: kind, permissions, owner, identity. .NET tells the permissions only.</summary>
[UnsupportedOSPlatform("windows")]
internal readonly unsafe partial record struct UnixFileFacts
{
    // stat.h and fcntl.h of Linux.
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const int EmptyPath = 0x1000;
    private const uint BasicStats = 0x7FF;
    private const int KindMask = 0xF000;
    private const int FolderKind = 0x4000;
    private const int RegularKind = 0x8000;
    private const int OthersMask = 0x3F;

    private readonly ushort _mode;
    private readonly uint _owner;
    private readonly ulong _inode;
    private readonly uint _deviceMajor;
    private readonly uint _deviceMinor;

    private UnixFileFacts(in StatxResult facts)
    {
        _mode = facts.Mode;
        _owner = facts.UserId;
        _inode = facts.Inode;
        _deviceMajor = facts.DeviceMajor;
        _deviceMinor = facts.DeviceMinor;
    }

    /// <summary>Whether it is a folder, and not a link to one.</summary>
    public bool IsFolder => (_mode & KindMask) == FolderKind;

    /// <summary>Whether it is a file, and neither link, pipe nor device.</summary>
    public bool IsRegularFile => (_mode & KindMask) == RegularKind;

    /// <summary>Whether this user owns it and neither group nor others may do anything with it.</summary>
    public bool IsOursAlone => _owner == UnixUser.Id && (_mode & OthersMask) == 0;

    /// <summary>Facts of a path, links not followed; null when there is nothing.</summary>
    public static UnixFileFacts? Of(string path) =>
        StatX(CurrentFolder, path, NoFollow, BasicStats, out StatxResult facts) == 0 ? new UnixFileFacts(facts) : null;

    /// <summary>Facts of an open file.</summary>
    /// <exception cref="IOException">Linux does not tell.</exception>
    public static UnixFileFacts Of(SafeFileHandle file)
    {
        bool held = false;
        try
        {
            file.DangerousAddRef(ref held);
            return StatX((int)file.DangerousGetHandle(), "", EmptyPath, BasicStats, out StatxResult facts) == 0
                ? new UnixFileFacts(facts)
                : throw new IOException($"statx failed with error {Marshal.GetLastPInvokeError()}.");
        }
        finally
        {
            if (held) file.DangerousRelease();
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out StatxResult facts);

    /// <summary>struct statx: unlike struct stat it has the same layout on every architecture.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatxResult
    {
        [FieldOffset(20)]
        public uint UserId;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;
    }
}
