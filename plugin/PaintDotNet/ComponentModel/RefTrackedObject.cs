using System.Runtime.Serialization;

namespace PaintDotNet.ComponentModel;

/// <summary>The base of what plugins hold references to. Here there is one reference: the object itself.</summary>
public class RefTrackedObject : IObjectRef, IIsDisposed, IDisposable, ISerializable
{
    private int _disposed;

    public RefTrackedObject()
    {
    }

    ~RefTrackedObject() => DisposeOnce(disposing: false);

    public bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    public void Dispose()
    {
        DisposeOnce(disposing: true);
        GC.SuppressFinalize(this);
    }

    public bool? TryCreateRef(Type interfaceType, out IObjectRef? newObjectRef)
    {
        newObjectRef = null;
        return false;
    }

    void ISerializable.GetObjectData(SerializationInfo info, StreamingContext context) => throw new NotSupportedException("It cannot be saved.");

    protected virtual void Dispose(bool disposing)
    {
    }

    private void DisposeOnce(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) Dispose(disposing);
    }
}
