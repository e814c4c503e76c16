using System.Buffers;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>Distances to the lines of a drawing.</summary>
/// <remarks>
/// The exact Euclidean distance transform of Meijster, Roerdink and Hesselink (A General Algorithm for Computing Distance Transforms in Linear Time, 2000): distances
/// within each column, then along each row the lower envelope of the parabolas that they span. Whole numbers until the square root.
/// </remarks>
internal static class LineDistances
{
    /// <summary>Stands for a column without ink.</summary>
    private const int NoInk = -1;

    private const int ColumnsPerChunk = 64;

    /// <summary>
    /// Euclidean distance in pixels from each pixel to the nearest one that is not lighter than <paramref name="paperAbove"/>; 0 in those, the largest number where there
    /// is no such pixel.
    /// </summary>
    public static float[] ToNearestInk(Plane<byte> lines, byte paperAbove)
    {
        int[] inColumns = InColumns(lines, paperAbove);
        float[] distances = new float[lines.Length];
        Rows.ForEach(lines.Height, y => AlongRow(inColumns.AsSpan(y * lines.Width, lines.Width), distances.AsSpan(y * lines.Width, lines.Width)));
        return distances;
    }

    private static int[] InColumns(Plane<byte> lines, byte paperAbove)
    {
        int width = lines.Width;
        int[] distances = new int[lines.Length];
        int chunks = (width + ColumnsPerChunk - 1) / ColumnsPerChunk;
        Parallel.For(0, chunks, chunk =>
        {
            int left = chunk * ColumnsPerChunk;
            int count = Math.Min(ColumnsPerChunk, width - left);
            Span<int> nearest = stackalloc int[ColumnsPerChunk];
            nearest.Fill(NoInk);
            for (int y = 0; y < lines.Height; y++)
            {
                ReadOnlySpan<byte> grey = lines.Row(y).Slice(left, count);
                Span<int> row = distances.AsSpan((y * width) + left, count);
                for (int x = 0; x < grey.Length; x++)
                {
                    if (grey[x] <= paperAbove) nearest[x] = 0;
                    else if (nearest[x] != NoInk) nearest[x]++;
                    row[x] = nearest[x];
                }
            }

            nearest.Fill(NoInk);
            for (int y = lines.Height - 1; y >= 0; y--)
            {
                Span<int> row = distances.AsSpan((y * width) + left, count);
                for (int x = 0; x < row.Length; x++)
                {
                    if (row[x] == 0) nearest[x] = 0;
                    else if (nearest[x] != NoInk) nearest[x]++;
                    if (nearest[x] != NoInk && (row[x] == NoInk || nearest[x] < row[x])) row[x] = nearest[x];
                }
            }
        });
        return distances;
    }

    private static void AlongRow(ReadOnlySpan<int> inColumns, Span<float> distances)
    {
        int width = inColumns.Length;
        int[] rented = ArrayPool<int>.Shared.Rent(3 * width);
        // The columns whose parabolas make up the envelope, from where on each does, and the square of its lowest value.
        Span<int> column = rented.AsSpan(0, width);
        Span<int> from = rented.AsSpan(width, width);
        Span<int> height = rented.AsSpan(2 * width, width);
        int last = -1;
        for (int x = 0; x < width; x++)
        {
            if (inColumns[x] == NoInk) continue;
            int lowest = inColumns[x] * inColumns[x];
            while (last >= 0 && At(from[last], column[last], height[last]) > At(from[last], x, lowest)) last--;
            // Where the new parabola comes below the one before it.
            int start = last < 0 ? 0 : 1 + ((((x * x) - (column[last] * column[last])) + lowest - height[last]) / (2 * (x - column[last])));
            if (start >= width) continue;
            last++;
            (column[last], from[last], height[last]) = (x, start, lowest);
        }

        if (last < 0) distances.Fill(float.MaxValue);
        for (int x = width - 1; x >= 0 && last >= 0; x--)
        {
            distances[x] = MathF.Sqrt(At(x, column[last], height[last]));
            if (x == from[last]) last--;
        }

        ArrayPool<int>.Shared.Return(rented);
    }

    /// <summary>Square of the distance that a parabola stands for; sides of 16384 give half of what an int holds.</summary>
    private static int At(int x, int column, int lowest) => ((x - column) * (x - column)) + lowest;
}
