namespace PaintDotNet;

/// <summary>The usual pattern for things that are disposed once.</summary>
public abstract class Disposable : IIsDisposed, IDisposable
{
    private int _disposed;

    protected Disposable()
    {
    }

    ~Disposable() => DisposeOnce(disposing: false);

    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    public void Dispose()
    {
        DisposeOnce(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private void DisposeOnce(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) Dispose(disposing);
    }
}
