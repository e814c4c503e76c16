using System.Runtime.InteropServices;
using OpenCvSharp.Internal;

namespace OpenCvSharp;

// All pixels at once, from and to managed arrays.
public partial class Mat
{
    /// <summary>Copies all pixels, row after row.</summary>
    /// <typeparam name="T">The type of a whole pixel, for instance <see cref="Vec3b"/> for CV_8UC3.</typeparam>
    /// <returns>False if the Mat is empty.</returns>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is no type of pixels.</exception>
    /// <exception cref="OpenCvSharpException">The pixels are of another type.</exception>
    public bool GetArray<T>(out T[] data)
        where T : unmanaged
    {
        data = new T[RequirePixels<T>()];
        return CopyRows<T>(data, toMat: false);
    }

    /// <summary>Copies all pixels; the first index is the row.</summary>
    /// <inheritdoc cref="GetArray{T}(out T[])"/>
    public bool GetRectangularArray<T>(out T[,] data)
        where T : unmanaged
    {
        RequirePixels<T>();
        data = new T[Rows, Cols];
        return CopyRows(AsSpan(data), toMat: false);
    }

    /// <summary>Fills all pixels, row after row.</summary>
    /// <returns>False if the Mat is empty.</returns>
    /// <exception cref="ArgumentException">The array has too few elements, or they are no pixels.</exception>
    /// <exception cref="OpenCvSharpException">The Mat has pixels of another type.</exception>
    public bool SetArray<T>(params T[] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return SetPixels<T>(data);
    }

    /// <summary>Fills all pixels; the first index is the row.</summary>
    /// <inheritdoc cref="SetArray{T}(T[])"/>
    public bool SetRectangularArray<T>(T[,] data)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        return SetPixels(AsSpan(data));
    }

    private bool SetPixels<T>(Span<T> data)
        where T : unmanaged
    {
        var needed = RequirePixels<T>();
        if (data.Length < needed)
            throw new ArgumentException($"{this} has {needed} pixels; the array has only {data.Length} elements.", nameof(data));
        return CopyRows(data, toMat: true);
    }

    private long RequirePixels<T>()
        where T : unmanaged
    {
        var header = Header;
        MatElements.Require<T>(header.Type);
        if (header.Dims > 2)
            throw new OpenCvSharpException($"Only Mats of two dimensions can be copied to and from arrays; this one has {header.Dims}.");
        return header.Total;
    }

    private bool CopyRows<T>(Span<T> pixels, bool toMat)
        where T : unmanaged
    {
        if (Empty())
            return false;
        var columns = Cols;
        for (var row = 0; row < Rows; row++)
        {
            var there = RowSpan<T>(row);
            var here = pixels.Slice(row * columns, columns);
            if (toMat)
                here.CopyTo(there);
            else
                there.CopyTo(here);
        }

        GC.KeepAlive(this);
        return true;
    }

    private static Span<T> AsSpan<T>(T[,] data)
        where T : unmanaged =>
        data.Length == 0 ? [] : MemoryMarshal.CreateSpan(ref data[0, 0], data.Length);
}
