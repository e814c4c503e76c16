using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>Extremes over a square around each pixel, in time that does not depend on its size.</summary>
internal static class SlidingWindow
{
    /// <summary>The smallest value within a distance along both axes.</summary>
    public static Plane<byte> Minimum(Plane<byte> plane, int radius)
    {
        Plane<byte> rows = new(plane.Width, plane.Height);
        Rows.ForEach(plane.Height, y => Minimum(plane.Data.AsSpan(y * plane.Width), rows.Row(y), 1, plane.Width, radius));
        Plane<byte> result = new(plane.Width, plane.Height);
        for (int x = 0; x < plane.Width; x++) Minimum(rows.Data.AsSpan(x), result.Data.AsSpan(x), plane.Width, plane.Height, radius);
        return result;
    }

    /// <summary>The largest value within a distance along both axes.</summary>
    public static Plane<byte> Maximum(Plane<byte> plane, int radius)
    {
        Plane<byte> result = Minimum(Inverse(plane), radius);
        for (int i = 0; i < result.Length; i++) result.Data[i] = (byte)(byte.MaxValue - result.Data[i]);
        return result;
    }

    private static Plane<byte> Inverse(Plane<byte> plane)
    {
        Plane<byte> inverse = new(plane.Width, plane.Height);
        for (int i = 0; i < inverse.Length; i++) inverse.Data[i] = (byte)(byte.MaxValue - plane.Data[i]);
        return inverse;
    }

    /// <summary>The minimum over a window that slides along a line of values, with a queue of candidates: constant time a value.</summary>
    private static void Minimum(ReadOnlySpan<byte> source, Span<byte> target, int step, int count, int radius)
    {
        int[] candidates = new int[count];
        int first = 0;
        int end = 0;
        for (int i = 0; i < count + radius; i++)
        {
            if (i < count)
            {
                while (end > first && source[candidates[end - 1] * step] >= source[i * step]) end--;
                candidates[end++] = i;
            }

            int middle = i - radius;
            if (middle < 0) continue;
            while (candidates[first] < middle - radius) first++;
            target[middle * step] = source[candidates[first] * step];
        }
    }
}
