using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]

namespace OpenCvSharp.Internal;

/// <summary>The C functions of libpdncv, by OpenCV module. All but a few return a status for <see cref="Check"/>.</summary>
internal static partial class NativeMethods
{
    private const string Library = "pdncv";

    // What pdncv.h calls PDNCV_OPENCV_ERROR.
    private const int OpenCvError = 1;

    [SuppressMessage("Performance", "CA1810", Justification = "The resolver must be there before the first call, which no field is.")]
    static NativeMethods() => NativeLibrary.SetDllImportResolver(typeof(NativeMethods).Assembly, Resolve);

    /// <exception cref="OpenCVException">OpenCV reported an error, or memory ran out (status StsNoMem).</exception>
    /// <exception cref="OpenCvSharpException">The shim failed otherwise.</exception>
    internal static void Check(int status)
    {
        if (status != 0)
            throw LastError(status);
    }

    /// <summary>Null as OpenCV's "no array". Where it is not allowed, a null argument throws instead.</summary>
    internal static InputArray Optional(InputArray? input) => input ?? InputArray.None;

    /// <inheritdoc cref="Optional(InputArray)"/>
    internal static OutputArray Optional(OutputArray? output) => output ?? OutputArray.None;

    private static Exception LastError(int status)
    {
        pdncv_last_error(out var code, out var function, out var message, out var file, out var line);
        return status == OpenCvError
            ? new OpenCVException((ErrorCode)code, Text(function), Text(message), Text(file), line)
            : new OpenCvSharpException(Text(message));
    }

    internal static string Text(IntPtr utf8) => Marshal.PtrToStringUTF8(utf8) ?? "";

    private static IntPtr Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Library)
            return IntPtr.Zero;
        try
        {
            return NativeLibrary.Load(name, assembly, searchPath);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException(
                $"The native library lib{Library}.so is missing or cannot be loaded. It belongs beside {assembly.GetName().Name}.dll " +
                "and needs OpenCV 4 (core, imgproc, imgcodecs) and giflib; on Debian 12: " +
                $"apt install libopencv-imgcodecs406 libopencv-imgproc406 libgif7. The system says: {e.Message}",
                e);
        }
    }
}
