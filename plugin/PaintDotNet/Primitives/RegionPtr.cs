using PaintDotNet.Rendering;

namespace PaintDotNet;

/// <summary>A rectangle of elements in memory. Unlike a bare pointer it checks where it is used.</summary>
public readonly unsafe struct RegionPtr<T>
    where T : unmanaged
{
    private readonly object? _owner;

    public RegionPtr(T* ptr, SizeInt32 size, int stride)
        : this(null, ptr, size.Width, size.Height, stride)
    {
    }

    public RegionPtr(T* ptr, int width, int height, int stride)
        : this(null, ptr, width, height, stride)
    {
    }

    public RegionPtr(object? owner, T* ptr, SizeInt32 size, int stride)
        : this(owner, ptr, size.Width, size.Height, stride)
    {
    }

    public RegionPtr(object? owner, T* ptr, int width, int height, int stride)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        ArgumentOutOfRangeException.ThrowIfNegative(height);
        _owner = owner;
        Ptr = ptr;
        Width = width;
        Height = height;
        Stride = stride;
    }

    public static RegionPtr<T> Empty => default;

    public int Width { get; }

    public int Height { get; }

    public int Stride { get; }

    public T* Ptr { get; }

    public SizeInt32 Size => new(Width, Height);

    public bool IsContiguous => Stride == Width * sizeof(T);

    public bool IsEmpty => Width == 0 || Height == 0;

    public ref T this[int x, int y]
    {
        get
        {
            if ((uint)x >= (uint)Width || (uint)y >= (uint)Height) throw new ArgumentOutOfRangeException(nameof(x), $"({x}, {y}) is outside of {Width} x {Height}.");
            return ref Row(y)[x];
        }
    }

    public ref T this[Point2Int32 pt] => ref this[pt.X, pt.Y];

    public RegionPtr<U> Cast<U>()
        where U : unmanaged
    {
        if (sizeof(U) != sizeof(T)) throw new NotSupportedException("Only elements of the same size are supported here.");
        return new RegionPtr<U>(_owner, (U*)Ptr, Width, Height, Stride);
    }

    public void Clear() => Fill(default);

    public void Fill(T value)
    {
        for (int y = 0; y < Height; y++) RowSpan(y).Fill(value);
    }

    public void CopyTo(RegionPtr<T> dst)
    {
        if (!TryCopyTo(dst)) throw new ArgumentException($"{Width} x {Height} does not fit into {dst.Width} x {dst.Height}.", nameof(dst));
    }

    public bool TryCopyTo(RegionPtr<T> dst)
    {
        if (dst.Width < Width || dst.Height < Height) return false;
        for (int y = 0; y < Height; y++) RowSpan(y).CopyTo(dst.RowSpan(y));
        return true;
    }

    public RegionPtr<T> Slice(RectInt32 bounds)
    {
        if (bounds.Left < 0 || bounds.Top < 0 || bounds.Right > Width || bounds.Bottom > Height) throw new ArgumentOutOfRangeException(nameof(bounds));
        return new RegionPtr<T>(_owner, Row(bounds.Y) + bounds.X, bounds.Width, bounds.Height, Stride);
    }

    public RegionPtr<T> SliceColumns(int x, int width) => Slice(new RectInt32(x, 0, width, Height));

    public RegionPtr<T> SliceRows(int y, int height) => Slice(new RectInt32(0, y, Width, height));

    private T* Row(int y) => (T*)((byte*)Ptr + (long)y * Stride);

    private Span<T> RowSpan(int y) => new(Row(y), Width);
}
