using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

/// <summary>Makes bitmaps.</summary>
public interface IImagingFactory : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IBitmap CreateBitmap(int width, int height, in PixelFormat pixelFormat);
}
