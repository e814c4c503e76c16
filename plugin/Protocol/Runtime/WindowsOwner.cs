using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace PdnColorize.Protocol.Runtime;

/// <summary>Who owns what on Windows.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsOwner
{
    private const uint OwnerInformation = 1;

    /// <summary>The user of this process.</summary>
    public static SecurityIdentifier CurrentUser { get; } = GetCurrentUser();

    /// <summary>Owner of a kernel object whose handle has READ_CONTROL; null when Windows does not tell.</summary>
    public static SecurityIdentifier? Of(SafeHandle handle)
    {
        GetKernelObjectSecurity(handle, OwnerInformation, [], 0, out uint length);
        if (length == 0) return null;
        byte[] descriptor = new byte[length];
        return GetKernelObjectSecurity(handle, OwnerInformation, descriptor, length, out _) ? new RawSecurityDescriptor(descriptor, 0).Owner : null;
    }

    /// <summary>A security descriptor in the binary form that Windows takes.</summary>
    /// <param name="sddl">It as text.</param>
    public static byte[] DescriptorOf(string sddl)
    {
        RawSecurityDescriptor descriptor = new(sddl);
        byte[] bytes = new byte[descriptor.BinaryLength];
        descriptor.GetBinaryForm(bytes, 0);
        return bytes;
    }

    private static SecurityIdentifier GetCurrentUser()
    {
        using WindowsIdentity identity = WindowsIdentity.GetCurrent();
        return identity.User ?? throw new InvalidOperationException("Windows does not say who this process's user is.");
    }

    [LibraryImport("advapi32", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetKernelObjectSecurity(SafeHandle handle, uint information, [Out] byte[] descriptor, uint length, out uint needed);
}
