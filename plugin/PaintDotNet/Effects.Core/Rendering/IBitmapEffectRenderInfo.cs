using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>How an effect is to render.</summary>
public interface IBitmapEffectRenderInfo : IReadOnlyBitmapEffectRenderInfo, IInternalImpl
{
    new BitmapEffectRenderingFlags Flags { get; set; }

    new PixelFormat OutputPixelFormat { get; set; }

    new BitmapEffectRenderingSchedule Schedule { get; set; }
}
