using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Maps;

/// <summary>Resizes maps: each row of the result is a mean of rows of the source, which is then resized along itself.</summary>
internal static class Resampling
{
    /// <summary>Resizes grey, rounded to whole numbers.</summary>
    public static Plane<byte> Run(Plane<byte> source, AxisWeights columns, AxisWeights rows)
    {
        Plane<byte> result = new(columns.Length, rows.Length);
        Rows.ForEach(Math.Max(columns.Length, rows.Count * source.Width), rows.Length, y =>
        {
            float[] buffer = ArrayPool<float>.Shared.Rent(source.Width + columns.Length);
            Span<float> mixed = buffer.AsSpan(0, source.Width);
            Span<float> resized = buffer.AsSpan(source.Width, columns.Length);
            int first = rows.First[y];
            for (int k = 0; k < rows.Count; k++) Mix(mixed, source.Row(first + k), rows.Shares[(y * rows.Count) + k], isFirst: k == 0);
            Along(mixed, columns, 1, resized);
            Span<byte> target = result.Row(y);
            for (int x = 0; x < target.Length; x++) target[x] = (byte)(resized[x] + 0.5f);
            ArrayPool<float>.Shared.Return(buffer);
        });
        return result;
    }

    /// <summary>Resizes interleaved values.</summary>
    /// <param name="source">Rows of <paramref name="width"/> x <paramref name="channels"/> values.</param>
    /// <param name="width">Pixels in a row of the source.</param>
    /// <param name="channels">Values a pixel, 1..4.</param>
    /// <param name="columns">How rows are resized.</param>
    /// <param name="rows">How columns are resized.</param>
    /// <returns>Rows of <paramref name="columns"/>' length x <paramref name="channels"/> values.</returns>
    public static float[] Run(float[] source, int width, int channels, AxisWeights columns, AxisWeights rows)
    {
        int length = columns.Length * channels;
        float[] result = GC.AllocateUninitializedArray<float>(length * rows.Length);
        Rows.ForEach(
            Math.Max(columns.Length, rows.Count * width),
            rows.Length,
            y => Row(source, width, channels, columns, rows, y, result.AsSpan(y * length, length)));
        return result;
    }

    /// <summary>One row of what <see cref="Run(float[], int, int, AxisWeights, AxisWeights)"/> gives.</summary>
    public static void Row(float[] source, int width, int channels, AxisWeights columns, AxisWeights rows, int y, Span<float> target)
    {
        int length = width * channels;
        float[] buffer = ArrayPool<float>.Shared.Rent(length);
        Span<float> mixed = buffer.AsSpan(0, length);
        int first = rows.First[y];
        for (int k = 0; k < rows.Count; k++)
            Mix(mixed, source.AsSpan((first + k) * length, length), rows.Shares[(y * rows.Count) + k], isFirst: k == 0);
        Along(mixed, columns, channels, target);
        ArrayPool<float>.Shared.Return(buffer);
    }

    private static void Along(ReadOnlySpan<float> row, AxisWeights weights, int channels, Span<float> target)
    {
        if (weights.Count == 2)
        {
            AlongPairs(row, weights.First, weights.Shares, channels, target);
            return;
        }

        ReadOnlySpan<int> first = weights.First;
        for (int x = 0; x < first.Length; x++)
        {
            ReadOnlySpan<float> shares = weights.Shares.Slice(x * weights.Count, weights.Count);
            for (int c = 0; c < channels; c++)
            {
                float sum = 0;
                int at = (first[x] * channels) + c;
                foreach (float share in shares)
                {
                    sum += share * row[at];
                    at += channels;
                }

                target[(x * channels) + c] = sum;
            }
        }
    }

    /// <summary>Each pixel made of two: what growing comes to.</summary>
    private static void AlongPairs(ReadOnlySpan<float> row, ReadOnlySpan<int> first, ReadOnlySpan<float> shares, int channels, Span<float> target)
    {
        int x = 0;
        // Four values at a time, also of three channels: the fourth is of the next pixel, and is replaced with that. Not where a vector would reach beyond the end.
        for (; channels >= 3 && x < first.Length; x++)
        {
            int at = first[x] * channels;
            int to = x * channels;
            if (at + channels + Vector128<float>.Count > row.Length || to + Vector128<float>.Count > target.Length) break;
            Vector128<float> left = Vector128.LoadUnsafe(in MemoryMarshal.GetReference(row), (nuint)at);
            Vector128<float> right = Vector128.LoadUnsafe(in MemoryMarshal.GetReference(row), (nuint)(at + channels));
            ((left * shares[2 * x]) + (right * shares[(2 * x) + 1])).StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)to);
        }

        for (; x < first.Length; x++)
        {
            for (int c = 0; c < channels; c++)
            {
                int at = (first[x] * channels) + c;
                target[(x * channels) + c] = (shares[2 * x] * row[at]) + (shares[(2 * x) + 1] * row[at + channels]);
            }
        }
    }

    private static void Mix(Span<float> sums, ReadOnlySpan<float> values, float share, bool isFirst)
    {
        if (isFirst) sums.Clear();
        int done = 0;
        for (; done <= sums.Length - Vector<float>.Count; done += Vector<float>.Count)
        {
            Span<float> part = sums.Slice(done, Vector<float>.Count);
            (new Vector<float>(part) + (new Vector<float>(values[done..]) * share)).CopyTo(part);
        }

        for (; done < sums.Length; done++) sums[done] += values[done] * share;
    }

    private static void Mix(Span<float> sums, ReadOnlySpan<byte> values, float share, bool isFirst)
    {
        if (isFirst) sums.Clear();
        int done = 0;
        for (; done <= sums.Length - Vector<byte>.Count; done += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(values[done..]), out Vector<ushort> low, out Vector<ushort> high);
            Vector.Widen(low, out Vector<uint> first, out Vector<uint> second);
            Vector.Widen(high, out Vector<uint> third, out Vector<uint> fourth);
            Span<Vector<float>> part = MemoryMarshal.Cast<float, Vector<float>>(sums.Slice(done, Vector<byte>.Count));
            // As signed numbers, for which processors have an instruction.
            part[0] += Vector.ConvertToSingle(first.As<uint, int>()) * share;
            part[1] += Vector.ConvertToSingle(second.As<uint, int>()) * share;
            part[2] += Vector.ConvertToSingle(third.As<uint, int>()) * share;
            part[3] += Vector.ConvertToSingle(fourth.As<uint, int>()) * share;
        }

        for (; done < sums.Length; done++) sums[done] += values[done] * share;
    }
}
