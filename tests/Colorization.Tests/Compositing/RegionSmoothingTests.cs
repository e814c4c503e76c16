using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Compositing;

public sealed class RegionSmoothingTests
{
    [Fact]
    public void Run_TwoRegions_NothingCrossesTheBorder()
    {
        Plane<int> labels = Halves(40, 20);
        float[] values = new float[40 * 20 * 4];
        for (int i = 0; i < labels.Length; i++)
        {
            values[i * 4] = labels.Data[i] == 1 ? 100 : 200;
            values[(i * 4) + 3] = 1;
        }

        RegionSmoothing.Run(values, labels, radius: 8);

        for (int i = 0; i < labels.Length; i++) Assert.Equal(labels.Data[i] == 1 ? 100 : 200, values[i * 4] / values[(i * 4) + 3], 3);
    }

    [Fact]
    public void Run_OneBrightPixel_HasTheVarianceOfTheRadius()
    {
        const int Side = 201;
        const double Radius = 6;
        Plane<int> labels = new(Side, Side);
        float[] values = new float[Side * Side * 4];
        values[((100 * Side) + 100) * 4] = 1;

        RegionSmoothing.Run(values, labels, Radius);

        double total = 0, squares = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            total += values[i * 4];
            squares += values[i * 4] * Math.Pow((i % Side) - 100, 2);
        }

        Assert.InRange(Math.Sqrt(squares / total), 0.95 * Radius, 1.05 * Radius);
    }

    [Fact]
    public void Run_TheSameMirrored_GivesTheSameMirrored()
    {
        Random random = new(5);
        Plane<int> labels = new(33, 17, [.. Enumerable.Range(0, 33 * 17).Select(_ => random.Next(1, 3))]);
        float[] values = [.. Enumerable.Range(0, 33 * 17 * 4).Select(_ => random.NextSingle())];
        Plane<int> mirroredLabels = new(33, 17, [.. labels.Data.Reverse()]);
        float[] mirrored = [.. values.Chunk(4).Reverse().SelectMany(pixel => pixel)];

        RegionSmoothing.Run(values, labels, radius: 3);
        RegionSmoothing.Run(mirrored, mirroredLabels, radius: 3);

        float[] back = [.. mirrored.Chunk(4).Reverse().SelectMany(pixel => pixel)];
        for (int i = 0; i < values.Length; i++) Assert.Equal(values[i], back[i], values[i] * 1e-4f + 1e-4f);
    }

    private static Plane<int> Halves(int width, int height)
    {
        Plane<int> labels = new(width, height);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) labels[x, y] = x < width / 2 ? 1 : 2;
        return labels;
    }
}
