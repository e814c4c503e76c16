using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Surroundings;

namespace PdnColorize.PaintDotNetHost.Rendering;

/// <summary>A tile for an effect to fill.</summary>
/// <param name="bounds">In the document.</param>
/// <param name="fill">What it holds before: zeros, or anything when the effect says that it writes every pixel.</param>
/// <param name="ledger">Of the effect's locks.</param>
internal sealed class TileOutput(RectInt32 bounds, byte fill, Ledger ledger) : IBitmapEffectOutput
{
    private readonly PixelStore _pixels = new(bounds.Size, 4, fill);

    public RectInt32 Bounds { get; } = bounds;

    public PixelFormat PixelFormat => PixelFormats.Bgra32;

    public IBitmapLock Lock(in PixelFormat pixelFormat)
    {
        if (pixelFormat != PixelFormat) throw new ArgumentException($"The output is {PixelFormat.GetName()}, not {pixelFormat.GetName()}.", nameof(pixelFormat));
        return new PixelLock<ColorBgra32>(_pixels, new RectInt32(0, 0, Bounds.Size), ledger);
    }

    /// <exception cref="InvalidOperationException">The effect wrote outside of the tile: in Paint.NET that may have been anybody's memory.</exception>
    public void CopyTo(Frame frame)
    {
        if (!_pixels.AreGapsIntact) throw new InvalidOperationException($"The effect wrote outside of the tile {Bounds}.");
        for (int y = 0; y < Bounds.Height; y++) _pixels.RowOf(y).CopyTo(frame.Row(Bounds.X, Bounds.Y + y, Bounds.Width));
    }
}
