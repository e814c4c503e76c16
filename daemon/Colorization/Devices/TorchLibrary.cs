using System.Runtime.InteropServices;
using TorchSharp;

namespace PdnColorize.Colorization.Devices;

/// <summary>
/// Loads libtorch before TorchSharp does. Where a part of it is missing, TorchSharp searches NuGet's folders, copies what it finds there beside the program (half a gigabyte), writes
/// pages to standard error and throws <see cref="NotSupportedException"/> with the same pages. Libraries that are loaded already it takes as they are.
/// </summary>
internal static partial class TorchLibrary
{
    /// <summary>In TorchSharp's order; the second is its own. Only from the program's folder: the system may have a libtorch of another version.</summary>
    private static readonly string[] Names = ["torch_cpu", "LibTorchSharp"];

    /// <summary>Does nothing when they are loaded.</summary>
    /// <exception cref="DllNotFoundException">One cannot be loaded; the message says which.</exception>
    public static void Load()
    {
        // libtorch would warn on standard error, for instance of processors that NNPACK does not know, which nobody can do anything about. It reads this once, when it is loaded, from the
        // C library, where .NET's own SetEnvironmentVariable changes nothing. What the user set stays.
        if (OperatingSystem.IsLinux()) _ = SetEnvironmentVariable("TORCH_CPP_LOG_LEVEL", "ERROR", overwrite: 0);
        foreach (string name in Names)
        {
            try
            {
                NativeLibrary.Load(name, typeof(torch).Assembly, DllImportSearchPath.AssemblyDirectory);
            }
            catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
            {
                throw new DllNotFoundException($"'{name}' of libtorch cannot be loaded: it, or a library that it needs, is missing or damaged.", e);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironmentVariable(string name, string value, int overwrite);
}
