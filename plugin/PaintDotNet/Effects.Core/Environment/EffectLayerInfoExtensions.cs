using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>A layer's pixels.</summary>
public static class EffectLayerInfoExtensions
{
    public static IEffectInputBitmap<TPixel> GetBitmap<TPixel>(this IEffectLayerInfo layer)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        ArgumentNullException.ThrowIfNull(layer);
        return (IEffectInputBitmap<TPixel>)layer.GetBitmap(default(TPixel).PixelFormat);
    }

    public static IEffectInputBitmap<ColorBgra32> GetBitmapBgra32(this IEffectLayerInfo layer) => layer.GetBitmap<ColorBgra32>();
}
