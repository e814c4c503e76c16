namespace PdnColorize.Colorization.Pictures;

/// <summary>One value a pixel, rows from the top without padding.</summary>
/// <typeparam name="T">What a pixel holds.</typeparam>
internal sealed class Plane<T>
    where T : unmanaged
{
    public Plane(int width, int height)
        : this(width, height, new T[checked((long)width * height)])
    {
    }

    public Plane(int width, int height, T[] data)
    {
        if (data.LongLength != (long)width * height)
            throw new ArgumentException($"A plane of {width} x {height} holds {(long)width * height} values, not {data.LongLength}.", nameof(data));

        Width = width;
        Height = height;
        Data = data;
    }

    public int Width { get; }

    public int Height { get; }

    public T[] Data { get; }

    public int Length => Data.Length;

    public T this[int x, int y]
    {
        get => Data[(y * Width) + x];
        set => Data[(y * Width) + x] = value;
    }

    public Span<T> Row(int y) => Data.AsSpan(y * Width, Width);
}
