using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;

namespace PdnColorize.PaintDotNetHost.Rendering;

/// <summary>What an effect rendered: the rectangle around the selection.</summary>
internal sealed class Frame(RectInt32 bounds)
{
    private readonly byte[] _pixels = new byte[checked((int)(bounds.Area * 4))];

    /// <summary>Part of a row, in coordinates of the document.</summary>
    public Span<byte> Row(int x, int y, int width) => _pixels.AsSpan(((y - bounds.Y) * bounds.Width + (x - bounds.X)) * 4, width * 4);

    /// <summary>What becomes of a layer: where the selection is soft, old and new are mixed with their alpha multiplied in.</summary>
    /// <returns>A new array.</returns>
    public byte[] Over(byte[] layer, SelectedArea area, bool clip)
    {
        byte[] result = (byte[])layer.Clone();
        for (int y = bounds.Top; y < bounds.Bottom; y++)
        {
            ReadOnlySpan<byte> row = Row(bounds.X, y, bounds.Width);
            for (int x = bounds.Left; x < bounds.Right; x++)
            {
                int weight = clip ? area.At(x, y) : 255;
                int at = (y * area.Size.Width + x) * 4;
                Mix(result.AsSpan(at, 4), row.Slice((x - bounds.X) * 4, 4), weight);
            }
        }

        return result;
    }

    private static void Mix(Span<byte> old, ReadOnlySpan<byte> rendered, int weight)
    {
        if (weight == 0) return;
        if (weight == 255)
        {
            rendered.CopyTo(old);
            return;
        }

        int oldAlpha = old[3] * (255 - weight);
        int newAlpha = rendered[3] * weight;
        int alpha = oldAlpha + newAlpha;
        for (int c = 0; c < 3; c++) old[c] = alpha == 0 ? (byte)0 : (byte)((old[c] * oldAlpha + rendered[c] * newAlpha + alpha / 2) / alpha);
        old[3] = (byte)((alpha + 127) / 255);
    }
}
