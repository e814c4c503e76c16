using System.Runtime.InteropServices;

namespace PdnColorize.Tests.Platforms;

/// <summary>Wine, in the place of Windows.</summary>
internal static class Wine
{
    /// <summary>Whether this process runs on it: its ntdll says so itself. It takes seconds to make a process where Windows takes a fraction of one, so that such times mean nothing there.</summary>
    public static bool IsHere { get; } =
        OperatingSystem.IsWindows() && NativeLibrary.TryLoad("ntdll.dll", out nint library) && NativeLibrary.TryGetExport(library, "wine_get_version", out _);
}
