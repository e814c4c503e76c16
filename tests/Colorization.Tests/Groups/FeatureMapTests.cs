using PdnColorize.Colorization.Groups;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Groups;

public sealed class FeatureMapTests
{
    [Fact]
    public void Means_PartsAcrossCells_CountPaperByItsLightness()
    {
        // Cells of 2 x 2 pixels with the values 10 and 20; the last column of the first part is ink.
        FeatureMap map = new(2, 1, 1, [10, 20]);
        Plane<int> labels = new(4, 2, [1, 1, 1, 2, 1, 1, 1, 2]);
        Plane<byte> lines = new(4, 2, [255, 255, 0, 255, 255, 255, 0, 255]);

        float[] means = map.Means(labels, 2, lines);

        const double Paper = 1.02, Ink = 0.02;
        Assert.Equal(((10 * 4 * Paper) + (20 * 2 * Ink)) / ((4 * Paper) + (2 * Ink)), means[1], 4);
        Assert.Equal(20, means[2], 4);
    }

    [Fact]
    public void Means_PartSmallerThanACellAndOfInkAlone_HasTheCellsValues()
    {
        FeatureMap map = new(1, 1, 2, [3, -4]);
        Plane<int> labels = new(3, 1, [1, 2, 1]);

        float[] means = map.Means(labels, 2, new Plane<byte>(3, 1, [255, 0, 255]));

        Assert.Equal([3, -4, 3, -4], means[2..].Select(value => MathF.Round(value, 4)));
    }

    [Fact]
    public void Normalize_Vectors_HaveLength1AndTheirDirection()
    {
        float[] values = [3, 4, 0, 0];

        FeatureMap.Normalize(values, 2);

        Assert.Equal([0.6f, 0.8f, 0, 0], values.Select(value => MathF.Round(value, 4)));
    }
}
