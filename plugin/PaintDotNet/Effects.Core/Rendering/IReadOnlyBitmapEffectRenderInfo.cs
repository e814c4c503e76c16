using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>How an effect renders.</summary>
public interface IReadOnlyBitmapEffectRenderInfo : IInternalImpl
{
    BitmapEffectRenderingFlags Flags { get; }

    PixelFormat OutputPixelFormat { get; }

    BitmapEffectRenderingSchedule Schedule { get; }
}
