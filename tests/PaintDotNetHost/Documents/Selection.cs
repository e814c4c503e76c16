using PaintDotNet.Rendering;

namespace PdnColorize.PaintDotNetHost.Documents;

/// <summary>What is selected: everything, a rectangle, or a mask with soft edges.</summary>
public sealed class Selection
{
    private readonly RectInt32? _rectangle;
    private readonly byte[]? _mask;

    private Selection(RectInt32? rectangle, byte[]? mask) => (_rectangle, _mask) = (rectangle, mask);

    /// <summary>No selection: then the whole layer counts as selected.</summary>
    public static Selection Everything { get; } = new(null, null);

    /// <summary>A rectangle; what lies outside of the document is cut off.</summary>
    public static Selection OfRectangle(RectInt32 rectangle) => new(rectangle, null);

    /// <summary>A byte a pixel of the document, in rows from the top; 255 is selected, 0 is not.</summary>
    public static Selection OfMask(byte[] mask) => new(null, mask);

    /// <summary>What it means in a document. A selection that holds no pixel is none, as in Paint.NET.</summary>
    /// <exception cref="ArgumentException">The mask does not have the document's size.</exception>
    internal SelectedArea In(SizeInt32 size)
    {
        RectInt32 all = new(0, 0, size);
        if (_mask is null)
        {
            RectInt32 bounds = _rectangle is { } rectangle ? RectInt32.Intersect(rectangle, all) : all;
            return new SelectedArea(size, bounds.HasArea ? bounds : all, null);
        }

        if (_mask.Length != size.Area) throw new ArgumentException($"A mask for {size} takes {size.Area} bytes, not {_mask.Length}.");
        RectInt32? inMask = BoundsOf(_mask, size);
        return new SelectedArea(size, inMask ?? all, inMask is null ? null : _mask);
    }

    private static RectInt32? BoundsOf(byte[] mask, SizeInt32 size)
    {
        int left = int.MaxValue;
        int top = int.MaxValue;
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < size.Height; y++)
        {
            ReadOnlySpan<byte> row = mask.AsSpan(y * size.Width, size.Width);
            int first = row.IndexOfAnyExcept((byte)0);
            if (first < 0) continue;
            left = Math.Min(left, first);
            right = Math.Max(right, row.LastIndexOfAnyExcept((byte)0));
            top = Math.Min(top, y);
            bottom = y;
        }

        return right < 0 ? null : new RectInt32(left, top, right - left + 1, bottom - top + 1);
    }
}
