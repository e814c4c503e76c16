using System.Runtime.InteropServices;

namespace PdnColorize.Host.Commands;

/// <summary>The terminal session that a process belongs to.</summary>
internal static partial class TerminalSession
{
    /// <summary>
    /// Leaves it, so that Ctrl+C in the terminal of the caller that started the daemon ends the caller alone. On Windows the caller starts it without a console instead.
    /// </summary>
    public static void Leave()
    {
        // Fails only for the leader of a process group, which nobody's child is.
        if (!OperatingSystem.IsWindows()) _ = SetSid();
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    private static partial int SetSid();
}
