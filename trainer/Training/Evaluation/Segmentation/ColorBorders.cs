using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;
using PdnColorize.Training.Evaluation.Lines;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Segmentation;

/// <summary>Where a picture's colours differ, and the flood of hints up to there.</summary>
internal static class ColorBorders
{
    /// <summary>Levels of a border for each unit of CIELAB: a distance of 42 and more is the highest border.</summary>
    private const float LevelsPerUnit = 6;

    /// <summary>The borders of a picture.</summary>
    /// <param name="closed">The picture with its dark lines closed away.</param>
    /// <returns>For each pixel, the larger CIELAB distance to its neighbours on the right and below, times 6, at most 255.</returns>
    public static Plane<byte> Of(RgbSquare closed)
    {
        int side = closed.Side;
        float[] lab = ClosedPicture.ToLab(closed);
        Plane<byte> borders = new(side, side);
        for (int i = 0; i < borders.Length; i++)
        {
            float right = i % side < side - 1 ? Distance(lab, i, i + 1) : 0;
            float below = i / side < side - 1 ? Distance(lab, i, i + side) : 0;
            borders.Data[i] = (byte)Math.Min(255, MathF.Round(LevelsPerUnit * Math.Max(right, below)));
        }

        return borders;
    }

    /// <summary>Floods seeds over borders: the lowest worst border on the way wins, first come, first served among equals.</summary>
    /// <param name="seeds">Above 0 for seeds.</param>
    /// <param name="borders">Of the same size.</param>
    /// <returns>A seed's value for each pixel; 0 everywhere if there is none.</returns>
    public static Plane<int> Flood(Plane<int> seeds, Plane<byte> borders)
    {
        (int width, int height) = (seeds.Width, seeds.Height);
        Plane<int> labels = new(width, height, [.. seeds.Data]);
        byte[] worst = new byte[labels.Length];
        BucketQueue queue = new(labels.Length, 256);
        for (int i = 0; i < labels.Length; i++)
            if (seeds.Data[i] > 0) queue.Push(i, 0);
        while (queue.TryPop(out int pixel))
        {
            int x = pixel % width;
            if (x > 0) Spread(pixel, pixel - 1);
            if (x < width - 1) Spread(pixel, pixel + 1);
            if (pixel >= width) Spread(pixel, pixel - width);
            if (pixel < width * (height - 1)) Spread(pixel, pixel + width);
        }

        return labels;

        void Spread(int from, int to)
        {
            // Who comes first comes over the lowest worst border: pixels leave the queue in the order of theirs.
            if (labels.Data[to] != 0) return;
            labels.Data[to] = labels.Data[from];
            worst[to] = Math.Max(worst[from], borders.Data[to]);
            queue.Push(to, worst[to]);
        }
    }

    private static float Distance(float[] lab, int a, int b)
    {
        float squares = 0;
        for (int c = 0; c < 3; c++)
        {
            float difference = lab[(a * 3) + c] - lab[(b * 3) + c];
            squares += difference * difference;
        }

        return MathF.Sqrt(squares);
    }
}
