using PaintDotNet.Rendering;

namespace PaintDotNet;

/// <summary>A region whose first element is found at the negative offset: a tile in the document's coordinates.</summary>
public readonly ref struct RegionPtrOffsetView<T>
    where T : unmanaged
{
    private readonly Point2Int32 _offset;

    internal RegionPtrOffsetView(RegionPtr<T> region, Point2Int32 offset)
    {
        Region = region;
        _offset = offset;
    }

    public RegionPtr<T> Region { get; }

    public Point2Int32 Location => -_offset;

    public SizeInt32 Size => Region.Size;

    public RectInt32 Bounds => new(Location, Size);

    public int Width => Region.Width;

    public int Height => Region.Height;

    public ref T this[int x, int y] => ref Region[x + _offset.X, y + _offset.Y];

    public ref T this[Point2Int32 pt] => ref this[pt.X, pt.Y];
}
