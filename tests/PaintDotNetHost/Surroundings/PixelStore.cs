using PaintDotNet.Rendering;

namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>Pixels at a fixed place in memory, with gaps between the rows that belong to nobody: whoever takes rows to follow each other directly reads and writes nonsense.</summary>
internal sealed unsafe class PixelStore
{
    /// <summary>What the gaps hold.</summary>
    private const byte Gap = 0xB7;

    private const int GapLength = 24;

    private readonly byte[] _bytes;

    /// <summary>Copies pixels.</summary>
    /// <param name="size">Of the picture.</param>
    /// <param name="bytesPerPixel">1 or 4.</param>
    /// <param name="pixels">Rows from the top, without gaps.</param>
    public PixelStore(SizeInt32 size, int bytesPerPixel, ReadOnlySpan<byte> pixels)
        : this(size, bytesPerPixel, fill: 0)
    {
        int row = size.Width * bytesPerPixel;
        for (int y = 0; y < size.Height; y++) pixels.Slice(y * row, row).CopyTo(RowOf(y));
    }

    /// <summary>Makes pixels that are all the same byte.</summary>
    public PixelStore(SizeInt32 size, int bytesPerPixel, byte fill)
    {
        Size = size;
        BytesPerPixel = bytesPerPixel;
        Stride = checked(size.Width * bytesPerPixel + GapLength);
        // A gap before the first row as well.
        _bytes = GC.AllocateUninitializedArray<byte>(checked(GapLength + Stride * size.Height), pinned: true);
        _bytes.AsSpan().Fill(Gap);
        for (int y = 0; y < size.Height; y++) RowOf(y).Fill(fill);
    }

    public SizeInt32 Size { get; }

    public int BytesPerPixel { get; }

    /// <summary>Bytes from a row to the next.</summary>
    public int Stride { get; }

    /// <summary>Whether nobody wrote outside of the rows.</summary>
    public bool AreGapsIntact
    {
        get
        {
            if (_bytes.AsSpan(0, GapLength).ContainsAnyExcept(Gap)) return false;
            for (int y = 0; y < Size.Height; y++)
            {
                if (_bytes.AsSpan(GapLength + y * Stride + Size.Width * BytesPerPixel, GapLength).ContainsAnyExcept(Gap)) return false;
            }

            return true;
        }
    }

    public byte* Address(int x, int y)
    {
        fixed (byte* begin = _bytes) return begin + GapLength + (long)y * Stride + (long)x * BytesPerPixel;
    }

    public Span<byte> RowOf(int y) => _bytes.AsSpan(GapLength + y * Stride, Size.Width * BytesPerPixel);

    /// <summary>Whether the pixels still are these.</summary>
    public bool Holds(ReadOnlySpan<byte> pixels)
    {
        int row = Size.Width * BytesPerPixel;
        for (int y = 0; y < Size.Height; y++)
        {
            if (!RowOf(y).SequenceEqual(pixels.Slice(y * row, row))) return false;
        }

        return true;
    }
}
