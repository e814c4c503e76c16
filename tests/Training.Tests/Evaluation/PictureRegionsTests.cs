using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Segmentation;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class PictureRegionsTests
{
    private const int Side = 96;

    [Fact]
    public void EvenRegions_NoisyHalves_AreTwo()
    {
        SampleRandom random = new(1);
        // Noise of up to 2 of 255 in each channel.
        Plane<int> labels = EvenRegions.Of(Paint((x, _) => (x < 40 ? 0x804020 : 0x3060A0) + (random.Below(3) << 16) + (random.Below(3) << 8) + random.Below(3)));

        Assert.All(Enumerable.Range(0, labels.Length), i => Assert.Equal(i % Side < 40 ? 0 : 1, labels.Data[i]));
    }

    [Fact]
    public void EvenRegions_SoftShading_StaysOne()
    {
        // Grey 120 to 143: 9 units of L.
        Plane<int> labels = EvenRegions.Of(Paint((x, _) => (120 + (x / 4)) * 0x010101));

        Assert.Equal(0, labels.Data.Max());
    }

    [Fact]
    public void EvenRegions_SlowChangeAcrossThePicture_IsSeveral()
    {
        // Grey 32 to 222: 75 units of L.
        Plane<int> labels = EvenRegions.Of(Paint((x, _) => (32 + (2 * x)) * 0x010101));

        Assert.InRange(labels.Data.Max(), 2, 12);
    }

    [Fact]
    public void Dots_LargestRegionsFirst_InTheirColorsWhereTheyAreWidest()
    {
        // White with a red square of 30 pixels and a blue one of 20.
        PictureRegions regions = new(Paint((x, y) => InSquare(x, y, 10, 30) ? 0xC02020 : InSquare(x, y, 60, 20) ? 0x2020C0 : 0xFFFFFF), _ => true);

        HintSet one = regions.Dots(1);
        HintSet two = regions.Dots(2);

        Assert.All(one.Colors, color => Assert.Equal(0xFFFFFF, color));
        Assert.Equal([0xC02020, 0xFFFFFF], two.Colors.Distinct().Order());
        Assert.Subset(two.Positions.ToHashSet(), one.Positions.ToHashSet());
        Assert.Equal([0x2020C0, 0xC02020, 0xFFFFFF], regions.Dots(9).Colors.Distinct().Order());
        int[] red = [.. two.Positions.Where((_, i) => two.Colors[i] == 0xC02020)];
        Assert.InRange(red.Average(at => at % Side), 23.5, 25.5);
        Assert.InRange(red.Average(at => at / Side), 23.5, 25.5);
        // A disc of radius 5 on pixels.
        Assert.Equal(81, red.Length);

        static bool InSquare(int x, int y, int from, int side) => x >= from && y >= from && x < from + side && y < from + side;
    }

    [Fact]
    public void Dots_RegionThatIsInk_HasNone()
    {
        PictureRegions regions = new(Paint((x, _) => x < 30 ? 0x101010 : 0xFFFFFF), at => at % Side >= 30);

        Assert.Equal([0xFFFFFF], regions.Dots(5).Colors.Distinct());
    }

    [Fact]
    public void Dots_NarrowRegion_HasNone() => Assert.Equal([0xFFFFFF], new PictureRegions(Paint((x, _) => x is >= 50 and < 54 ? 0x2020C0 : 0xFFFFFF), _ => true).Dots(5).Colors.Distinct());

    private static RgbSquare Paint(Func<int, int, int> color) => new(Side, [.. Enumerable.Range(0, Side * Side).SelectMany(i =>
    {
        int rgb = color(i % Side, i / Side);
        return new[] { (byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb };
    })]);
}
