using System.Reflection;
using System.Runtime.InteropServices;

namespace PdnColorize.WindowsRunner;

/// <summary>
/// The list of exception handlers that Wine 8 keeps for each thread. Where .NET leaves an exception by a jump, an entry may stay whose place on the stack is used for something else since;
/// the next exception that the JIT throws for itself on that thread then ends it, with the JIT's locks held. See Directory.Build.props of the tests.
/// </summary>
internal static unsafe partial class HandlerList
{
    private const nint CurrentThread = -2;
    private const int ThreadBasicInformation = 0;

    /// <summary>Whether it is the same after a method has thrown that reflection called for the first time. Always true on Windows, which has no such list in 64 bits.</summary>
    public static bool OutlivesReflection()
    {
        nint before = First();
        try
        {
            typeof(HandlerList).GetMethod(nameof(Throw), BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, null);
        }
        catch (TargetInvocationException)
        {
            return First() == before;
        }

        throw new InvalidOperationException("The method did not throw.");
    }

    private static void Throw() => throw new InvalidOperationException();

    private static nint First()
    {
        nint* information = stackalloc nint[6];
        int status = NtQueryInformationThread(CurrentThread, ThreadBasicInformation, information, 6 * sizeof(nint), 0);
        if (status != 0) throw new InvalidOperationException($"NtQueryInformationThread failed with 0x{status:x8}.");
        // THREAD_BASIC_INFORMATION: exit status, then the thread's environment block, which begins with the list.
        return *(nint*)information[1];
    }

    [LibraryImport("ntdll.dll")]
    private static partial int NtQueryInformationThread(nint thread, int kind, nint* information, int length, nint returnedLength);
}
