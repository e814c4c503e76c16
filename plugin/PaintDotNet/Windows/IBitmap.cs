using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>Pixels to read and write.</summary>
public interface IBitmap : IBitmapSource, IObjectRef, IIsDisposed, IDisposable
{
    new Vector2Double Resolution { get; set; }

    IBitmapLock Lock(RectInt32 rect, BitmapLockOptions lockOptions);

    void SetPalette(IPalette palette);
}
