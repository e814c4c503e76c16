using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>A document's pixels.</summary>
public static class EffectDocumentInfoExtensions
{
    public static IEffectInputBitmap<TPixel> GetBitmap<TPixel>(this IEffectDocumentInfo document)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        ArgumentNullException.ThrowIfNull(document);
        return (IEffectInputBitmap<TPixel>)document.GetBitmap(default(TPixel).PixelFormat);
    }

    public static IEffectInputBitmap<ColorBgra32> GetBitmapBgra32(this IEffectDocumentInfo document) => document.GetBitmap<ColorBgra32>();
}
