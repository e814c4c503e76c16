namespace PaintDotNet.Imaging;

/// <summary>Regions of locks.</summary>
public static class BitmapLockExtensions
{
    public static unsafe RegionPtr<TPixel> AsRegionPtr<TPixel>(this IBitmapLock<TPixel> bitmapLock)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        ArgumentNullException.ThrowIfNull(bitmapLock);
        return new RegionPtr<TPixel>(bitmapLock, bitmapLock.Buffer, bitmapLock.Size, bitmapLock.BufferStride);
    }
}
