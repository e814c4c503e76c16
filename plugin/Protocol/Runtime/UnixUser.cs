using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PdnColorize.Protocol.Runtime;

/// <summary>The user of this process on Linux.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixUser
{
    /// <summary>The effective user id.</summary>
    public static uint Id { get; } = GetEffectiveUserId();

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint GetEffectiveUserId();
}
