using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>Bitmaps of a type of pixel.</summary>
public static class ImagingFactoryExtensions
{
    public static IBitmap<TPixel> CreateBitmap<TPixel>(this IImagingFactory factory, int width, int height)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        ArgumentNullException.ThrowIfNull(factory);
        return (IBitmap<TPixel>)factory.CreateBitmap(width, height, default(TPixel).PixelFormat);
    }

    public static IBitmap<TPixel> CreateBitmap<TPixel>(this IImagingFactory factory, SizeInt32 size)
        where TPixel : unmanaged, INaturalPixelInfo => factory.CreateBitmap<TPixel>(size.Width, size.Height);
}
