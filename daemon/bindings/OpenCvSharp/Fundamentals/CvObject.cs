namespace OpenCvSharp;

/// <summary>Owns one native object through a safe handle.</summary>
public abstract class CvObject : DisposableObject
{
    private readonly OpenCvSafeHandle _safeHandle;

    protected CvObject(OpenCvSafeHandle safeHandle) => _safeHandle = safeHandle;

    /// <summary>The native object's address, good while this object is alive and not disposed.</summary>
    public IntPtr CvPtr
    {
        get
        {
            ThrowIfDisposed();
            return _safeHandle.DangerousGetHandle();
        }
    }

    protected override void DisposeManaged()
    {
        _safeHandle.Dispose();
        base.DisposeManaged();
    }
}
