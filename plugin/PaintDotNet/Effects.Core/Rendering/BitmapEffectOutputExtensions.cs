using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>A tile's pixels.</summary>
public static class BitmapEffectOutputExtensions
{
    public static IBitmapLock<TPixel> Lock<TPixel>(this IBitmapEffectOutput output)
        where TPixel : unmanaged, INaturalPixelInfo
    {
        ArgumentNullException.ThrowIfNull(output);
        return (IBitmapLock<TPixel>)output.Lock(default(TPixel).PixelFormat);
    }

    public static IBitmapLock<ColorBgra32> LockBgra32(this IBitmapEffectOutput output) => output.Lock<ColorBgra32>();
}
