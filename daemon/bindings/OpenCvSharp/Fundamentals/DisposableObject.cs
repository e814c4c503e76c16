namespace OpenCvSharp;

/// <summary>Disposes once, whoever calls how often.</summary>
public abstract class DisposableObject : IDisposable
{
    private int _disposed;

    public bool IsDisposed
    {
        get => Volatile.Read(ref _disposed) != 0;
        protected set => Volatile.Write(ref _disposed, value ? 1 : 0);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Does nothing from the second call on. Native memory needs no finalizer here: its safe handle has one.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        if (disposing)
            DisposeManaged();
        DisposeUnmanaged();
    }

    protected virtual void DisposeManaged()
    {
    }

    protected virtual void DisposeUnmanaged()
    {
    }

    /// <exception cref="ObjectDisposedException">The object was disposed.</exception>
    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(IsDisposed, this);
}
