using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Maps;

/// <summary>Resizes maps: each row of the result is a mean of rows of the source, which is then resized along itself.</summary>
internal static class Resampling
{
    /// <summary>Resizes grey, rounded to whole numbers.</summary>
    public static Plane<byte> Run(Plane<byte> source, AxisWeights columns, AxisWeights rows)
    {
        Plane<byte> result = new(columns.Length, rows.Length);
        Rows.ForEach(result.Height, y =>
        {
            float[] mixed = ArrayPool<float>.Shared.Rent(source.Width);
            Span<float> row = mixed.AsSpan(0, source.Width);
            row.Clear();
            ReadOnlySpan<float> shares = rows.Of(y, out int first);
            for (int k = 0; k < shares.Length; k++) AddScaled(row, source.Row(first + k), shares[k]);

            Span<byte> target = result.Row(y);
            for (int x = 0; x < target.Length; x++)
            {
                ReadOnlySpan<float> across = columns.Of(x, out int left);
                float sum = 0.5f;
                for (int k = 0; k < across.Length; k++) sum += across[k] * row[left + k];
                target[x] = (byte)sum;
            }

            ArrayPool<float>.Shared.Return(mixed);
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
        float[] result = new float[columns.Length * rows.Length * channels];
        Rows.ForEach(rows.Length, y => Row(source, width, channels, columns, rows, y, result.AsSpan(y * columns.Length * channels, columns.Length * channels)));
        return result;
    }

    /// <summary>One row of what <see cref="Run(float[], int, int, AxisWeights, AxisWeights)"/> gives.</summary>
    public static void Row(float[] source, int width, int channels, AxisWeights columns, AxisWeights rows, int y, Span<float> target)
    {
        int length = width * channels;
        float[] mixed = ArrayPool<float>.Shared.Rent(length);
        Span<float> row = mixed.AsSpan(0, length);
        row.Clear();
        ReadOnlySpan<float> shares = rows.Of(y, out int first);
        for (int k = 0; k < shares.Length; k++) AddScaled(row, source.AsSpan((first + k) * length, length), shares[k]);

        for (int x = 0; x < columns.Length; x++)
        {
            ReadOnlySpan<float> across = columns.Of(x, out int left);
            Span<float> pixel = target.Slice(x * channels, channels);
            pixel.Clear();
            for (int k = 0; k < across.Length; k++)
            {
                ReadOnlySpan<float> from = row.Slice((left + k) * channels, channels);
                for (int c = 0; c < from.Length; c++) pixel[c] += across[k] * from[c];
            }
        }

        ArrayPool<float>.Shared.Return(mixed);
    }

    private static void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float share)
    {
        int done = 0;
        for (; done <= sums.Length - Vector<float>.Count; done += Vector<float>.Count)
        {
            Span<float> part = sums.Slice(done, Vector<float>.Count);
            (new Vector<float>(part) + (new Vector<float>(values[done..]) * share)).CopyTo(part);
        }

        for (; done < sums.Length; done++) sums[done] += values[done] * share;
    }

    private static void AddScaled(Span<float> sums, ReadOnlySpan<byte> values, float share)
    {
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
