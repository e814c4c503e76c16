namespace OpenCvSharp.Internal;

/// <summary>Keeps a native Mat alive while the shim works on it, even if another thread disposes it.</summary>
internal struct MatLease : IDisposable
{
    private MatSafeHandle? _handle;

    internal IntPtr Pointer { get; private set; }

    /// <exception cref="ObjectDisposedException">The Mat was disposed.</exception>
    internal static MatLease Take(Mat? mat)
    {
        if (mat is null)
            return default;
        var taken = false;
        mat.Handle.DangerousAddRef(ref taken);
        return new MatLease { _handle = mat.Handle, Pointer = mat.Handle.DangerousGetHandle() };
    }

    public void Dispose()
    {
        _handle?.DangerousRelease();
        _handle = null;
    }
}
