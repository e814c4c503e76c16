using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>The active layer's pixels.</summary>
public static class EffectEnvironmentExtensions
{
    public static IEffectInputBitmap GetSourceBitmap(this IEffectEnvironment environment, in PixelFormat pixelFormat) => SourceLayer(environment).GetBitmap(in pixelFormat);

    public static IEffectInputBitmap<TPixel> GetSourceBitmap<TPixel>(this IEffectEnvironment environment)
        where TPixel : unmanaged, INaturalPixelInfo => SourceLayer(environment).GetBitmap<TPixel>();

    public static IEffectInputBitmap<ColorBgra32> GetSourceBitmapBgra32(this IEffectEnvironment environment) => SourceLayer(environment).GetBitmapBgra32();

    private static IEffectLayerInfo SourceLayer(IEffectEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        return environment.Document.Layers[environment.SourceLayerIndex];
    }
}
