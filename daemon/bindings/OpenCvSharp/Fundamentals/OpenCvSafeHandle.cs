using System.Runtime.InteropServices;

namespace OpenCvSharp;

/// <summary>A handle to an object of the native library; zero is no object.</summary>
public abstract class OpenCvSafeHandle : SafeHandle
{
    protected OpenCvSafeHandle(IntPtr existingHandle, bool ownsHandle)
        : base(IntPtr.Zero, ownsHandle) => SetHandle(existingHandle);

    public override bool IsInvalid => handle == IntPtr.Zero;
}
