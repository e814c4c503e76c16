using System.Numerics;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Maps;

/// <summary>Replaces each pixel by the darkest or the lightest of its neighbours: erosion and dilation of grey. What lies outside of the map does not count.</summary>
internal static class ExtremeFilter
{
    /// <summary>Rows in one piece of work; those just above and below it are filtered for both neighbours, so few pieces are better than many.</summary>
    private const int RowsPerChunk = 128;

    private interface IExtreme
    {
        /// <summary>What changes nothing.</summary>
        static abstract byte Neutral { get; }

        static abstract byte Of(byte first, byte second);

        static abstract Vector<byte> Of(Vector<byte> first, Vector<byte> second);
    }

    /// <summary>The darkest of the neighbours; ink becomes wider.</summary>
    public static Plane<byte> Darkest(Plane<byte> source, FilterWindow window) => Run<Minimum>(source, window);

    /// <summary>The lightest of the neighbours; ink becomes narrower.</summary>
    public static Plane<byte> Lightest(Plane<byte> source, FilterWindow window) => Run<Maximum>(source, window);

    private static Plane<byte> Run<T>(Plane<byte> source, FilterWindow window)
        where T : IExtreme
    {
        Plane<byte> result = new(source.Width, source.Height);
        int chunks = (source.Height + RowsPerChunk - 1) / RowsPerChunk;
        Parallel.For(0, chunks, chunk =>
        {
            int top = chunk * RowsPerChunk;
            FilterRows<T>(source, window, top, Math.Min(source.Height, top + RowsPerChunk), result);
        });
        return result;
    }

    /// <summary>Along each row first, then along columns: the work grows with the window's sides, not with its area.</summary>
    private static void FilterRows<T>(Plane<byte> source, FilterWindow window, int top, int bottom, Plane<byte> result)
        where T : IExtreme
    {
        int width = source.Width;
        int firstRow = Math.Max(0, top - window.Anchor);
        int endRow = Math.Min(source.Height, bottom - window.Anchor + window.Size - 1);
        Plane<byte> along = new(width, endRow - firstRow);
        byte[] padded = new byte[width + window.Size - 1];
        Array.Fill(padded, T.Neutral);
        for (int y = firstRow; y < endRow; y++)
        {
            source.Row(y).CopyTo(padded.AsSpan(window.Anchor));
            Slide<T>(padded, window.Size, along.Row(y - firstRow));
        }

        int shift = window.Middle - window.Anchor;
        for (int y = top; y < bottom; y++)
        {
            Span<byte> target = result.Row(y);
            target.Fill(T.Neutral);
            for (int row = 0; row < window.Size; row++)
            {
                int from = y + row - window.Anchor;
                if (from < firstRow || from >= endRow) continue;
                if (window.IsWhole(row)) Combine<T>(target, along.Row(from - firstRow));
                else Combine<T>(target[..(width - shift)], source.Row(from)[shift..]);
            }
        }
    }

    /// <summary>The extreme of each <paramref name="count"/> neighbours in a row.</summary>
    private static void Slide<T>(ReadOnlySpan<byte> padded, int count, Span<byte> target)
        where T : IExtreme
    {
        int x = 0;
        for (; x <= target.Length - Vector<byte>.Count; x += Vector<byte>.Count)
        {
            Vector<byte> extreme = new(padded[x..]);
            for (int k = 1; k < count; k++) extreme = T.Of(extreme, new Vector<byte>(padded[(x + k)..]));
            extreme.CopyTo(target[x..]);
        }

        for (; x < target.Length; x++)
        {
            byte extreme = padded[x];
            for (int k = 1; k < count; k++) extreme = T.Of(extreme, padded[x + k]);
            target[x] = extreme;
        }
    }

    private static void Combine<T>(Span<byte> target, ReadOnlySpan<byte> other)
        where T : IExtreme
    {
        int x = 0;
        for (; x <= target.Length - Vector<byte>.Count; x += Vector<byte>.Count)
            T.Of(new Vector<byte>(target[x..]), new Vector<byte>(other[x..])).CopyTo(target[x..]);
        for (; x < target.Length; x++) target[x] = T.Of(target[x], other[x]);
    }

    private readonly struct Minimum : IExtreme
    {
        public static byte Neutral => 255;

        public static byte Of(byte first, byte second) => Math.Min(first, second);

        public static Vector<byte> Of(Vector<byte> first, Vector<byte> second) => Vector.Min(first, second);
    }

    private readonly struct Maximum : IExtreme
    {
        public static byte Neutral => 0;

        public static byte Of(byte first, byte second) => Math.Max(first, second);

        public static Vector<byte> Of(Vector<byte> first, Vector<byte> second) => Vector.Max(first, second);
    }
}
