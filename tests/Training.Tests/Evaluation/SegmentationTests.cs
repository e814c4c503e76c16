using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Segmentation;
using PdnColorize.Training.Evaluation.Studies;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class SegmentationTests
{
    [Theory]
    [InlineData(100, "regionAreas")]
    [InlineData(20, "regionAreasWithSmallOnes")]
    public void Felzenszwalb_Picture_HasScikitImagesRegions(int leastArea, string fixture)
    {
        int[] expected = EvaluationFixture.Numbers(fixture);

        int[] areas = [.. FelzenszwalbSegmentation.Run(FormulaPictures.Rooms, scale: 100, sigma: 0.5, leastArea).Data.CountBy(label => label)
            .Select(region => region.Value).OrderDescending()];

        // Edges of equal weight come in another order there, which moves a few pixels of the regions' rims.
        Assert.InRange(areas.Length, expected.Length * 0.95, expected.Length * 1.05);
        for (int i = 0; i < 10; i++) Assert.InRange(areas[i], expected[i] * 0.95, expected[i] * 1.05);
    }

    [Fact]
    public void Felzenszwalb_FourFlatQuarters_AreFourRegions()
    {
        Plane<int> labels = FelzenszwalbSegmentation.Run(Quarters(), scale: 100, sigma: 0.5, leastArea: 100);

        Assert.Equal(3, labels.Data.Max());
        Assert.All(Enumerable.Range(0, 64 * 64), i => Assert.True(labels.Data[i] == labels[i % 64 < 32 ? 4 : 60, i / 64 < 32 ? 4 : 60] || IsAtBorder(i)));
    }

    [Fact]
    public void RegionDots_MoreRegions_HoldThoseOfFewer()
    {
        RegionDots dots = RegionDots.Of(FormulaPictures.Rooms);

        HintSet few = dots.Largest(0.25);
        HintSet many = dots.Largest(0.5);

        Assert.InRange(few.Count, 1, many.Count - 1);
        Assert.Subset(many.Positions.ToHashSet(), few.Positions.ToHashSet());
        Assert.True(dots.Largest(0).IsEmpty);
    }

    [Fact]
    public void RegionDots_FourFlatQuarters_HaveTheirColorsInTheirMiddles()
    {
        HintSet hints = RegionDots.Of(Quarters()).Largest(1);

        // A cell is a pixel here; a quarter's centre lies between pixels, the first of which wins.
        Assert.Equal(4, hints.Count);
        Assert.All(hints.Positions, at => Assert.InRange(Math.Abs((at % 64 % 32) - 15.5), 0, 1.5));
        Assert.Equal([40, 80, 120, 160], hints.Colors.Select(color => (int)(Math.Round((color & 255) / 40.0) * 40)).Order());
    }

    [Fact]
    public void RegionDots_ShareOfRegions_IsRoundedDown()
    {
        RegionDots dots = RegionDots.Of(Quarters());

        Assert.Equal(0, dots.Largest(0.24).Count);
        Assert.Equal(1, dots.Largest(0.25).Count);
        Assert.Equal(3, dots.Largest(0.99).Count);
    }

    [Theory]
    // By hand: trapezoids over 0, 0.01, 0.03, 0.05, 0.1, 0.25, 0.5, 1.
    [InlineData(new double[] { 20, 20, 20, 20, 20, 20, 20, 20 }, 20)]
    [InlineData(new double[] { 0, 0.01, 0.03, 0.05, 0.1, 0.25, 0.5, 1 }, 0.5)]
    [InlineData(new double[] { 0, 0, 0, 0, 0, 0, 0, 4 }, 1)]
    // DetFill's published curve (sketchKeras, large regions first), whose area is given as 20.71.
    [InlineData(new[] { 10.43, 13.74, 15.81, 16.96, 18.57, 20.34, 21.43, 22.30 }, 20.71)]
    public void Area_Curve_IsTheTrapezoids(double[] values, double expected) => Assert.Equal(expected, HintAucStudy.Area(values), 0.02);

    private static bool IsAtBorder(int pixel) => pixel % 64 is >= 29 and < 35 || pixel / 64 is >= 29 and < 35;

    private static RgbSquare Quarters() =>
        new(64, [.. Enumerable.Range(0, 64 * 64 * 3).Select(i => (byte)(40 * (1 + (i / 3 % 64 / 32) + (2 * (i / 3 / 64 / 32)))))]);
}
