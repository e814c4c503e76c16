using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Groups;

/// <summary>Some numbers for each pixel, in the size in which a network reads a drawing.</summary>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Channels">Numbers a pixel.</param>
/// <param name="Values">Height x width x channels.</param>
internal sealed record FeatureMap(int Width, int Height, int Channels, float[] Values)
{
    /// <summary>What even a pixel of ink counts, so that a part without paper has a mean too.</summary>
    private const float InkWeight = 0.02f;

    /// <summary>A vector shorter than this is no direction but noise.</summary>
    private const float Shortest = 1e-6f;

    /// <summary>Brings vectors to length 1, in place.</summary>
    /// <param name="values">The vectors, one after another.</param>
    /// <param name="size">Numbers in each.</param>
    public static void Normalize(Span<float> values, int size)
    {
        for (int at = 0; at < values.Length; at += size)
        {
            Span<float> vector = values.Slice(at, size);
            float sum = Shortest;
            foreach (float value in vector) sum += value * value;
            float scale = 1 / MathF.Sqrt(sum);
            foreach (ref float value in vector) value *= scale;
        }
    }

    /// <summary>The mean of each part, at index part x channels.</summary>
    /// <param name="labels">The part of each pixel, 1 to <paramref name="count"/>, in another size.</param>
    /// <param name="count">Number of parts.</param>
    /// <param name="lines">0 ink, 255 paper; what each pixel counts.</param>
    public float[] Means(Plane<int> labels, int count, Plane<byte> lines)
    {
        float[] sums = new float[(count + 1) * Channels];
        float[] weights = new float[count + 1];
        for (int y = 0; y < labels.Height; y++)
        {
            int row = (int)((long)y * Height / labels.Height) * Width;
            for (int x = 0; x < labels.Width;)
            {
                // A run of pixels of one part that share a cell of the map.
                (int label, int cell) = (labels[x, y], (int)((long)x * Width / labels.Width));
                float weight = 0;
                for (; x < labels.Width && labels[x, y] == label && (int)((long)x * Width / labels.Width) == cell; x++) weight += (lines[x, y] / 255f) + InkWeight;
                weights[label] += weight;
                Span<float> sum = sums.AsSpan(label * Channels, Channels);
                ReadOnlySpan<float> values = Values.AsSpan((row + cell) * Channels, Channels);
                for (int c = 0; c < sum.Length; c++) sum[c] += weight * values[c];
            }
        }

        for (int label = 1; label <= count; label++)
            foreach (ref float sum in sums.AsSpan(label * Channels, Channels)) sum /= weights[label];
        return sums;
    }
}
