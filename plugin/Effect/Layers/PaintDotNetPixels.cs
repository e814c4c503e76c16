using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PdnColorize.Effect.Layers;

/// <summary>Pixels of one of Paint.NET's bitmaps, read where they lie.</summary>
internal sealed class PaintDotNetPixels : ILayerPixels
{
    private readonly IEffectInputBitmap<ColorBgra32> _bitmap;
    private readonly IBitmapLock<ColorBgra32> _lock;

    /// <summary>Opens a bitmap, which it owns from now on.</summary>
    public PaintDotNetPixels(IEffectInputBitmap<ColorBgra32> bitmap)
    {
        _bitmap = bitmap;
        try
        {
            SizeInt32 size = bitmap.Size;
            Width = size.Width;
            Height = size.Height;
            _lock = bitmap.Lock(new RectInt32(0, 0, size.Width, size.Height));
        }
        catch
        {
            bitmap.Dispose();
            throw;
        }
    }

    public int Width { get; }

    public int Height { get; }

    public unsafe ReadOnlySpan<byte> Row(int y)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)y, (uint)Height);
        // BufferStride and not BufferSize, whose type differs between Paint.NET 5.1 and 5.2.
        byte* row = (byte*)_lock.Buffer + ((long)y * _lock.BufferStride);
        return new ReadOnlySpan<byte>(row, Width * PixelArea.BytesPerPixel);
    }

    public void Dispose()
    {
        _lock.Dispose();
        _bitmap.Dispose();
    }
}
