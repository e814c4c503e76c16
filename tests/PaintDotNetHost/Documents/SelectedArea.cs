using PaintDotNet.Rendering;

namespace PdnColorize.PaintDotNetHost.Documents;

/// <summary>The selected pixels of a document.</summary>
/// <param name="size">The document's.</param>
/// <param name="bounds">The smallest rectangle around them.</param>
/// <param name="mask">A byte for each pixel of the document; null when all in the bounds is selected.</param>
internal sealed class SelectedArea(SizeInt32 size, RectInt32 bounds, byte[]? mask)
{
    public SizeInt32 Size { get; } = size;

    public RectInt32 Bounds { get; } = bounds;

    /// <summary>Rectangles that together hold every pixel that is selected at least a little, from top to bottom; they do not overlap.</summary>
    public IReadOnlyList<RectInt32> Scans { get; } = mask is null ? [bounds] : ScansOf(mask, size, bounds);

    /// <summary>How much a pixel of the document is selected: 0..255.</summary>
    public byte At(int x, int y) => !Bounds.Contains(x, y) ? (byte)0 : mask is null ? (byte)255 : mask[y * Size.Width + x];

    /// <summary>A byte for each pixel of the document.</summary>
    public byte[] ToMask()
    {
        if (mask is not null) return mask;
        byte[] bytes = new byte[Size.Area];
        for (int y = Bounds.Top; y < Bounds.Bottom; y++) bytes.AsSpan(y * Size.Width + Bounds.Left, Bounds.Width).Fill(255);
        return bytes;
    }

    private static List<RectInt32> ScansOf(byte[] mask, SizeInt32 size, RectInt32 bounds)
    {
        List<RectInt32> scans = [];
        for (int y = bounds.Top; y < bounds.Bottom; y++)
        {
            for (int x = bounds.Left; x < bounds.Right; x++)
            {
                if (mask[y * size.Width + x] == 0) continue;
                int begin = x;
                while (x < bounds.Right && mask[y * size.Width + x] != 0) x++;
                scans.Add(new RectInt32(begin, y, x - begin, 1));
            }
        }

        return scans;
    }
}
