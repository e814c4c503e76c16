using System.Runtime.InteropServices;

namespace PdnColorize.Colorization.Devices;

/// <summary>The C library's memory, from which libtorch takes its tensors.</summary>
public static partial class NativeHeap
{
    // malloc.h of glibc; what each does: https://man7.org/linux/man-pages/man3/mallopt.3.html
    private const int TrimThreshold = -1;
    private const int MmapMax = -4;
    private const int ArenaMax = -8;

    /// <summary>More than a pass or a step of training frees at once.</summary>
    private const int KeptBytes = 1 << 30;

    /// <summary>
    /// Makes Linux's C library keep what tensors free for the next ones, for the whole process; does nothing on other systems. To be called once, before libtorch is used.
    /// </summary>
    /// <remarks>
    /// glibc gives large blocks back to the system at once, and every page of the next one is faulted in again. A pass at 512 x 512 faulted 10,000 (16 channels) to 16,000
    /// (32) pages in and took half as long again, up to twice as long. So large blocks come from the heap too, which keeps them, and threads share one heap. On threads that have another heap
    /// already, blocks above 64 MiB are still mapped each time; libtorch's option of huge pages (THP_MEM_ALLOC_ENABLE, pytorch/pytorch#107697) makes that cheap.
    /// </remarks>
    public static void KeepFreedBlocks()
    {
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = SetMallocOption(MmapMax, 0);
            _ = SetMallocOption(TrimThreshold, KeptBytes);
            _ = SetMallocOption(ArenaMax, 1);
            // Not Environment's: that one never reaches native code. What the user chose stays.
            _ = SetEnvironmentVariable("THP_MEM_ALLOC_ENABLE", "1", overwrite: 0);
        }
        catch (EntryPointNotFoundException)
        {
            // Another C library, such as musl: it has no such options, and libtorch does not run on it.
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetMallocOption(int option, int value);

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
