using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using PdnColorize.Effect.Layers;

namespace PdnColorize.Effect.Result;

/// <summary>Fills the tiles that Paint.NET asks for. Paint.NET clips them to the selection.</summary>
internal static class TileWriter
{
    /// <summary>Writes the result, and the layer's own pixels where there is none.</summary>
    /// <param name="output">The tile.</param>
    /// <param name="picture">The result; null when there is none.</param>
    /// <param name="openLayer">Opens the active layer as it is.</param>
    /// <param name="cancellationToken">When it is cancelled, what was written does not count any more.</param>
    public static void Write(IBitmapEffectOutput output, FinishedPicture? picture, Func<ILayerPixels> openLayer, CancellationToken cancellationToken)
    {
        RectInt32 bounds = output.Bounds;
        PixelArea tile = new(bounds.X, bounds.Y, bounds.Width, bounds.Height);
        PixelArea covered = picture is null ? default : Common(tile, picture.Area);
        using IBitmapLock<ColorBgra32> target = output.LockBgra32();
        using ILayerPixels? layer = covered == tile ? null : openLayer();
        for (int y = tile.Y; y < tile.Bottom; y++)
        {
            if (cancellationToken.IsCancellationRequested) return;
            Span<byte> row = Row(target, y - tile.Y, tile.RowBytes);
            layer?.Row(y).Slice(tile.X * PixelArea.BytesPerPixel, tile.RowBytes).CopyTo(row);
            if (y >= covered.Y && y < covered.Bottom) picture?.WriteRow(covered.X, y, row.Slice((covered.X - tile.X) * PixelArea.BytesPerPixel, covered.RowBytes));
        }
    }

    private static PixelArea Common(PixelArea a, PixelArea b)
    {
        int left = Math.Max(a.X, b.X), top = Math.Max(a.Y, b.Y);
        int width = Math.Min(a.Right, b.Right) - left, height = Math.Min(a.Bottom, b.Bottom) - top;
        return width > 0 && height > 0 ? new PixelArea(left, top, width, height) : default;
    }

    private static unsafe Span<byte> Row(IBitmapLock<ColorBgra32> target, int y, int length) =>
        new((byte*)target.Buffer + ((long)y * target.BufferStride), length);
}
