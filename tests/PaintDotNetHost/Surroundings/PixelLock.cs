using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>A rectangle of a store.</summary>
internal sealed unsafe class PixelLock<TPixel> : RefTrackedObject, IBitmapLock<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo
{
    private readonly PixelStore _store;
    private readonly RectInt32 _area;
    private readonly Ledger _ledger;

    /// <exception cref="ArgumentException">The rectangle is empty or not inside of the picture.</exception>
    public PixelLock(PixelStore store, RectInt32 area, Ledger ledger)
    {
        if (!area.HasArea || area.Left < 0 || area.Top < 0 || area.Right > store.Size.Width || area.Bottom > store.Size.Height)
            throw new ArgumentException($"{area} is not inside of {store.Size}.", nameof(area));
        ledger.CheckOpen();
        _store = store;
        _area = area;
        _ledger = ledger;
        ledger.TakeLock();
    }

    public TPixel* Buffer
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsDisposed, this);
            return (TPixel*)_store.Address(_area.X, _area.Y);
        }
    }

    void* IBitmapLock.Buffer => Buffer;

    public int BufferStride => _store.Stride;

    public PixelFormat PixelFormat => default(TPixel).PixelFormat;

    public SizeInt32 Size => _area.Size;

    protected override void Dispose(bool disposing)
    {
        // A lock that only the garbage collector ends stays on the account.
        if (disposing) _ledger.ReturnLock();
        base.Dispose(disposing);
    }
}
