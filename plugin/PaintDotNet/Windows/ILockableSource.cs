using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>The way of the extension methods to the pixels of a bitmap of the test host.</summary>
internal interface ILockableSource<TPixel>
    where TPixel : unmanaged, INaturalPixelInfo
{
    IBitmapLock<TPixel> LockForReading(RectInt32 rect);
}
