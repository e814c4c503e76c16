using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

/// <summary>Pixels of one type to read.</summary>
public interface IBitmapSource<TPixel> : IBitmapSource, IObjectRef, IIsDisposed, IDisposable
    where TPixel : unmanaged, INaturalPixelInfo
{
}
