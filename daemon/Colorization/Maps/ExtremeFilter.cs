using System.Buffers;
using System.Numerics;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Maps;

/// <summary>Replaces each pixel by the darkest or the lightest of its neighbours: erosion and dilation of grey. What lies outside of the map does not count.</summary>
internal static class ExtremeFilter
{
    /// <summary>
    /// Pixels in one piece of work: a fraction of a millisecond, for which no other thread is worth waking. Rows above and below a piece are filtered for its neighbours too.
    /// </summary>
    private const int PixelsPerChunk = 1 << 19;

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
        int rowsPerChunk = Math.Max(1, PixelsPerChunk / source.Width);
        int chunks = (source.Height + rowsPerChunk - 1) / rowsPerChunk;
        Parallel.For(0, chunks, chunk =>
        {
            int top = chunk * rowsPerChunk;
            FilterRows<T>(source, window, top, Math.Min(source.Height, top + rowsPerChunk), result);
        });
        return result;
    }

    /// <summary>Along each row first, then along columns: the work grows with the logarithm of the window's size.</summary>
    private static void FilterRows<T>(Plane<byte> source, FilterWindow window, int top, int bottom, Plane<byte> result)
        where T : IExtreme
    {
        int width = source.Width;
        // Of a round window the first row, and the last if there is one as far from the middle, count by their middle alone.
        int partial = window.IsRound && window.Size > 1 ? 1 : 0;
        int endPartial = window.Size % 2 == 1 ? partial : 0;
        int wholeRows = window.Size - partial - endPartial;
        int firstRow = top - window.Anchor + partial;
        int endRow = bottom - window.Anchor + window.Size - 1 - endPartial;

        int length = width * (endRow - firstRow);
        byte[] rented = ArrayPool<byte>.Shared.Rent(length + width + window.Size);
        Span<byte> along = rented.AsSpan(0, length);
        Span<byte> padded = rented.AsSpan(length, width + window.Size - 1);
        for (int y = firstRow; y < endRow; y++)
        {
            Span<byte> row = along.Slice((y - firstRow) * width, width);
            row.Fill(T.Neutral);
            if (y < 0 || y >= source.Height) continue;
            padded.Fill(T.Neutral);
            source.Row(y).CopyTo(padded[window.Anchor..]);
            Fold<T>(padded, 1, window.Size, row);
        }

        Fold<T>(along, width, wholeRows, result.Data.AsSpan(top * width, (bottom - top) * width));
        ArrayPool<byte>.Shared.Return(rented);
        for (int y = top; y < bottom && partial > 0; y++)
        {
            int first = y - window.Anchor;
            int last = first + window.Size - 1;
            int shift = window.Middle - window.Anchor;
            if (first >= 0) Combine<T>(result.Row(y), source.Row(first)[shift..]);
            if (endPartial > 0 && last < source.Height) Combine<T>(result.Row(y), source.Row(last)[shift..]);
        }
    }

    /// <summary>The extreme of each <paramref name="count"/> values that are <paramref name="step"/> apart; of two, then of four, and so on. Uses up the values.</summary>
    private static void Fold<T>(Span<byte> values, int step, int count, Span<byte> target)
        where T : IExtreme
    {
        int reach = 1;
        for (; 2 * reach <= count; reach *= 2) Combine<T>(values, values[(reach * step)..]);
        values[..target.Length].CopyTo(target);
        Combine<T>(target, values.Slice((count - reach) * step, target.Length));
    }

    /// <summary>The extreme of each value and another; those that have no other stay. The others may be values further on.</summary>
    private static void Combine<T>(Span<byte> values, ReadOnlySpan<byte> others)
        where T : IExtreme
    {
        int i = 0;
        for (; i <= others.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            T.Of(new Vector<byte>(values[i..]), new Vector<byte>(others[i..])).CopyTo(values[i..]);
        for (; i < others.Length; i++) values[i] = T.Of(values[i], others[i]);
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
