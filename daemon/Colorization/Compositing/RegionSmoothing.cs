using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Smooths values inside each region; nothing crosses from one region to another.</summary>
/// <remarks>
/// A two-sided exponential along rows, then along columns, restarted wherever the label changes: the recursive filter of Gastal and Oliveira (Domain Transform,
/// 2011) with region borders as infinitely high edges. Linear time, whatever the radius.
/// </remarks>
internal static class RegionSmoothing
{
    /// <summary>Values a pixel: premultiplied red, green, blue, and the weight.</summary>
    public const int Channels = 4;

    /// <summary>Replaces each pixel's values by a weighted sum over its region. Divide by the fourth value for the mean.</summary>
    /// <param name="values">Four a pixel, interleaved; the first three already multiplied by the fourth.</param>
    /// <param name="labels">Region of each pixel.</param>
    /// <param name="radius">Standard deviation in pixels, above 0.</param>
    /// <param name="iterations">More are closer to a Gaussian.</param>
    public static void Run(float[] values, Plane<int> labels, double radius, int iterations = 2)
    {
        // An exponential e^(-|x|/s) has variance 2 s^2; the iterations' variances add up.
        double perIteration = radius / Math.Sqrt(iterations);
        float decay = (float)Math.Exp(-Math.Sqrt(2) / perIteration);
        for (int i = 0; i < iterations; i++)
        {
            Rows.ForEach(labels.Height, y => SmoothRow(values.AsSpan(y * labels.Width * Channels, labels.Width * Channels), labels.Row(y), decay));
            SmoothColumns(values, labels, decay);
        }
    }

    private static void SmoothRow(Span<float> values, ReadOnlySpan<int> labels, float decay)
    {
        Span<float> forward = stackalloc float[Channels];
        float[] rented = System.Buffers.ArrayPool<float>.Shared.Rent(values.Length);
        Span<float> before = rented.AsSpan(0, values.Length);
        forward.Clear();
        for (int x = 0; x < labels.Length; x++)
        {
            float keep = x > 0 && labels[x] == labels[x - 1] ? decay : 0;
            for (int c = 0; c < Channels; c++)
            {
                int at = (x * Channels) + c;
                before[at] = forward[c] * keep;
                forward[c] = values[at] + before[at];
            }
        }

        Span<float> backward = forward;
        backward.Clear();
        for (int x = labels.Length - 1; x >= 0; x--)
        {
            float keep = x < labels.Length - 1 && labels[x] == labels[x + 1] ? decay : 0;
            for (int c = 0; c < Channels; c++)
            {
                int at = (x * Channels) + c;
                backward[c] = values[at] + (backward[c] * keep);
                values[at] = backward[c] + before[at];
            }
        }

        System.Buffers.ArrayPool<float>.Shared.Return(rented);
    }

    private static void SmoothColumns(float[] values, Plane<int> labels, float decay)
    {
        int width = labels.Width;
        const int ColumnsPerChunk = 64;
        int chunks = (width + ColumnsPerChunk - 1) / ColumnsPerChunk;
        float[] before = new float[values.Length];
        Parallel.For(0, chunks, chunk =>
        {
            int left = chunk * ColumnsPerChunk;
            int right = Math.Min(width, left + ColumnsPerChunk);
            for (int y = 1; y < labels.Height; y++)
            {
                for (int x = left; x < right; x++)
                {
                    int pixel = (y * width) + x;
                    if (labels.Data[pixel] != labels.Data[pixel - width]) continue;
                    int at = pixel * Channels;
                    int above = (pixel - width) * Channels;
                    for (int c = 0; c < Channels; c++) before[at + c] = decay * (values[above + c] + before[above + c]);
                }
            }

            for (int y = labels.Height - 2; y >= 0; y--)
            {
                for (int x = left; x < right; x++)
                {
                    int pixel = (y * width) + x;
                    if (labels.Data[pixel] != labels.Data[pixel + width]) continue;
                    int at = pixel * Channels;
                    int below = (pixel + width) * Channels;
                    for (int c = 0; c < Channels; c++) values[at + c] += decay * values[below + c];
                }
            }

            for (int y = 1; y < labels.Height; y++)
            {
                int at = ((y * width) + left) * Channels;
                int end = ((y * width) + right) * Channels;
                for (; at < end; at++) values[at] += before[at];
            }
        });
    }
}
