using PaintDotNet.ComponentModel;
using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>Pixels that an effect may read.</summary>
internal sealed class InputBitmap<TPixel> : RefTrackedObject, IEffectInputBitmap<TPixel>, ILockableSource<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo
{
    private readonly PixelStore _store;
    private readonly Ledger _ledger;

    public InputBitmap(PixelStore store, Ledger ledger)
    {
        _store = store;
        _ledger = ledger;
        ledger.TakeBitmap();
    }

    public IColorContext? ColorContext => null;

    public PixelFormat PixelFormat => default(TPixel).PixelFormat;

    public Vector2Double Resolution => new(96, 96);

    public SizeInt32 Size => _store.Size;

    public IPalette? GetPalette() => null;

    public IBitmapLock<TPixel> Lock(RectInt32 rect)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        return new PixelLock<TPixel>(_store, rect, _ledger);
    }

    IBitmapLock IEffectInputBitmap.Lock(RectInt32 rect) => Lock(rect);

    IBitmapLock<TPixel> ILockableSource<TPixel>.LockForReading(RectInt32 rect) => Lock(rect);

    protected override void Dispose(bool disposing)
    {
        if (disposing) _ledger.ReturnBitmap();
        base.Dispose(disposing);
    }
}
