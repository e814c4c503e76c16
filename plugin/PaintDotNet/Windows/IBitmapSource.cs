using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>Pixels to read. Its CopyPixels takes a size whose type changes in 5.2, so it is left out on purpose.</summary>
public interface IBitmapSource : IObjectRef, IIsDisposed, IDisposable
{
    PixelFormat PixelFormat { get; }

    Vector2Double Resolution { get; }

    SizeInt32 Size { get; }

    IPalette? GetPalette();
}
