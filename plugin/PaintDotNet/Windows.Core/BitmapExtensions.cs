using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>Locks of whole bitmaps.</summary>
public static class BitmapExtensions
{
    public static IBitmapLock<TPixel> Lock<TPixel>(this IBitmap<TPixel> bitmap, BitmapLockOptions lockOptions)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        ArgumentNullException.ThrowIfNull(bitmap);
        return bitmap.Lock(new RectInt32(0, 0, bitmap.Size), lockOptions);
    }
}
