using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

/// <summary>A tile to fill; its bounds are in document coordinates.</summary>
public interface IBitmapEffectOutput : IInternalImpl
{
    RectInt32 Bounds { get; }

    PixelFormat PixelFormat { get; }

    IBitmapLock Lock(in PixelFormat pixelFormat);
}
