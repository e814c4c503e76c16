using PdnColorize.Training.Evaluation.Metrics;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class PaletteMeasuresTests
{
    // Hues of 15, 105 and 195 degrees, in the middle of three bins, with chroma 20, 20 and 40; a grey.
    private static readonly (double L, double A, double B)[] Colors = [Hue(15, 20), Hue(105, 20), Hue(195, 40), (50, 0, 0)];

    private static readonly bool[] All = [true, true, true, true];

    [Fact]
    public void MeanChroma_FourColors_IsTheirMean() => Assert.Equal(20, PaletteMeasures.MeanChroma(Colors, All), 9);

    [Fact]
    public void MeanChroma_SomePixels_CountsThemAlone() => Assert.Equal(30, PaletteMeasures.MeanChroma(Colors, [true, false, true, false]), 9);

    [Fact]
    public void HueCount_SharesOfAQuarterAQuarterAndAHalf_IsExpOfTheirEntropy() =>
        // scipy.stats.entropy([0.25, 0.25, 0.5]) = 1.0397207708399179; the grey weighs nothing.
        Assert.Equal(2.8284271247461903, PaletteMeasures.HueCount(Colors, All), 9);

    [Fact]
    public void HueCount_OneHueOrNone_IsOne()
    {
        Assert.Equal(1, PaletteMeasures.HueCount([Hue(15, 20), Hue(25, 3)], [true, true]));
        Assert.Equal(1, PaletteMeasures.HueCount([(100, 0, 0), (0, 0, 0)], [true, true]));
    }

    [Fact]
    public void HueCount_AllHuesAlike_IsTwelve() =>
        Assert.Equal(12, PaletteMeasures.HueCount([.. Enumerable.Range(0, 12).Select(i => Hue(15 + (30 * i), 7))], [.. Enumerable.Repeat(true, 12)]), 9);

    [Fact]
    public void WhitePaper_TwoOfThreeKept_CountsTheOriginalsWhiteAlone()
    {
        byte[] original = [255, 255, 255, 250, 245, 240, 255, 255, 255, 200, 255, 255, 255, 255, 255];
        byte[] result = [255, 255, 255, 241, 240, 250, 255, 239, 255, 255, 255, 255, 255, 255, 255];

        Assert.Equal((2, 3), PaletteMeasures.WhitePaper(result, original, [true, true, true, true, false]));
    }

    [Fact]
    public void Unevenness_TwoRegions_IsTheDistanceFromTheirMeans()
    {
        // Region 0: L 40 and 60, 10 from their mean; region 1 is even; the last does not count.
        (double, double, double)[] lab = [(40, 5, 5), (60, 5, 5), (10, 0, 0), (10, 0, 0), (99, 0, 0)];

        Assert.Equal(Math.Sqrt(200 / 4.0), PaletteMeasures.Unevenness(lab, [0, 0, 1, 1, -1]), 9);
        Assert.Equal(0, PaletteMeasures.Unevenness(lab, [-1, -1, -1, -1, -1]));
    }

    private static (double L, double A, double B) Hue(double degrees, double chroma) =>
        (50, chroma * Math.Cos(degrees * Math.PI / 180), chroma * Math.Sin(degrees * Math.PI / 180));
}
