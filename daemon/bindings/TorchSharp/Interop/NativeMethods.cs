using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// The functions of <c>libpdntorch</c>, in one file for each file of the shim; <c>native/shim.h</c> says what they return and how they
/// fail.
/// </summary>
internal static unsafe partial class NativeMethods
{
    internal const string Library = "pdntorch";

    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);

    /// <summary>Loads the shim, or says what is missing and how to get it.</summary>
    /// <exception cref="DllNotFoundException">The shim or a library it needs is missing.</exception>
    internal static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        try
        {
            return NativeLibrary.Load(name, assembly, searchPath);
        }
        catch (DllNotFoundException error)
        {
            throw new DllNotFoundException(
                $"lib{name}.so, through which this program uses libtorch, cannot be loaded from '{AppContext.BaseDirectory}'. " +
                "Either the file is not there (build with 'dotnet build', which needs cmake, g++ and libtorch-dev), or the libtorch " +
                "that it was built against is not there (on Debian: apt-get install libtorch1.13 libopenblas0-pthread). " +
                error.Message,
                error);
        }
    }

    /// <summary>Throws when a function that makes no tensor reports an error.</summary>
    /// <exception cref="ExternalException">libtorch refused the call.</exception>
    internal static void Check(int status)
    {
        if (status != 0) throw Refusal();
    }

    /// <summary>The last error on this thread as the package throws it.</summary>
    internal static ExternalException Refusal() =>
#pragma warning disable CA2201 // The package throws this very type, and callers catch it.
        new(Marshal.PtrToStringUTF8(pdn_last_error()) ?? "libtorch gave no reason.");
#pragma warning restore CA2201
}
