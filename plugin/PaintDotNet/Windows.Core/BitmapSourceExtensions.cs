using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>Copies of pixels. The test host copies and scales nothing by itself: what it does not do throws <see cref="NotSupportedException"/>.</summary>
public static class BitmapSourceExtensions
{
    public static void CopyPixels<TPixel>(this IBitmapSource<TPixel> source, RegionPtr<TPixel> dst)
        where TPixel : unmanaged, INaturalPixelInfo => source.CopyPixels(dst, Point2Int32.Zero);

    public static void CopyPixels<TPixel>(this IBitmapSource<TPixel> source, RegionPtr<TPixel> dst, Point2Int32 srcOffset)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        if (source is not ILockableSource<TPixel> lockable) throw new NotSupportedException("The test host copies only from layers.");
        using IBitmapLock<TPixel> pixels = lockable.LockForReading(new RectInt32(srcOffset, dst.Size));
        pixels.AsRegionPtr().CopyTo(dst);
    }

    public static IBitmap<TPixel> ToBitmap<TPixel>(this IBitmapSource<TPixel> source)
        where TPixel : unmanaged, INaturalPixelInfo => throw new NotSupportedException("The test host makes no bitmaps.");

    public static IBitmap<TPixel> ToBitmap<TPixel>(this IBitmapSource<TPixel> source, RectInt32 rect)
        where TPixel : unmanaged, INaturalPixelInfo => throw new NotSupportedException("The test host makes no bitmaps.");

    public static IBitmapSource<TPixel> CreateScaler<TPixel>(this IBitmapSource<TPixel> source, SizeInt32 dstSize, BitmapInterpolationMode interpolationMode)
        where TPixel : unmanaged, INaturalPixelInfo => throw new NotSupportedException("The test host does not scale.");
}
