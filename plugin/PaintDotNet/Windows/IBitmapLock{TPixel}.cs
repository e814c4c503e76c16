using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

/// <summary>Pixels of one type in memory.</summary>
public unsafe interface IBitmapLock<TPixel> : IBitmapLock, IObjectRef, IIsDisposed, IDisposable
    where TPixel : unmanaged, INaturalPixelInfo
{
    new TPixel* Buffer { get; }
}
