using System.Runtime.CompilerServices;

namespace OpenCvSharp;

// Single pixels and rows. Spans and references are good until the Mat is disposed or given another size.
public partial class Mat
{
    public IntPtr Ptr(int i0) => Address(i0, 0, 0);

    public IntPtr Ptr(int i0, int i1) => Address(i0, i1, 0);

    /// <summary>The first pixel of row <paramref name="i0"/>.</summary>
    public ref T At<T>(int i0)
        where T : unmanaged => ref Element<T>(i0, 0);

    /// <summary>The pixel at row <paramref name="i0"/> and column <paramref name="i1"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The Mat has no such pixel.</exception>
    /// <exception cref="OpenCvSharpException"><typeparamref name="T"/> is longer than a pixel.</exception>
    public ref T At<T>(int i0, int i1)
        where T : unmanaged => ref Element<T>(i0, i1);

    public T Get<T>(int i0)
        where T : struct => Read<T>(i0, 0);

    public T Get<T>(int i0, int i1)
        where T : struct => Read<T>(i0, i1);

    public void Set<T>(int i0, T value)
        where T : struct => Write(i0, 0, value);

    public void Set<T>(int i0, int i1, T value)
        where T : struct => Write(i0, i1, value);

    /// <summary>All pixels, or nothing if there are bytes between the rows.</summary>
    public unsafe Span<T> AsSpan<T>()
        where T : unmanaged
    {
        var header = Header;
        return header.IsContinuous
            ? new Span<T>((void*)header.Data, checked((int)(header.Total * header.ElemSize / sizeof(T))))
            : [];
    }

    /// <summary>The pixels of a row, or their channels if <typeparamref name="T"/> is the type of one.</summary>
    public unsafe Span<T> RowSpan<T>(int row)
        where T : unmanaged
    {
        var header = Header;
        if (header.Dims != 2)
            throw new InvalidOperationException($"Only a Mat of two dimensions has rows; this one has {header.Dims}.");
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, header.Rows);
        return new Span<T>((byte*)header.Data + (header.Step * row), checked((int)(header.Cols * header.ElemSize / sizeof(T))));
    }

    private unsafe ref T Element<T>(int row, int column)
        where T : unmanaged => ref *(T*)Address(row, column, sizeof(T));

    private unsafe T Read<T>(int row, int column)
        where T : struct => Unsafe.ReadUnaligned<T>((void*)AddressOfValue<T>(row, column));

    private unsafe void Write<T>(int row, int column, T value)
        where T : struct => Unsafe.WriteUnaligned((void*)AddressOfValue<T>(row, column), value);

    private IntPtr AddressOfValue<T>(int row, int column)
        where T : struct
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            throw new ArgumentException($"{typeof(T)} holds references and cannot be a pixel.");
        return Address(row, column, Unsafe.SizeOf<T>());
    }

    private IntPtr Address(int row, int column, int bytes)
    {
        var header = Header;
        if (header.Dims != 2)
            throw new OpenCvSharpException($"Row and column name a pixel of a Mat of two dimensions; this one has {header.Dims}.");
        if ((uint)row >= (uint)header.Rows || (uint)column >= (uint)header.Cols)
            throw new ArgumentOutOfRangeException(
                nameof(row), $"There is no row {row}, column {column} in {header.Rows} rows of {header.Cols} columns.");
        if (bytes > header.ElemSize)
            throw new OpenCvSharpException($"A pixel of type {header.Type} has {header.ElemSize} bytes, not {bytes}.");
        return header.Data + checked((nint)((row * header.Step) + (column * header.ElemSize)));
    }
}
