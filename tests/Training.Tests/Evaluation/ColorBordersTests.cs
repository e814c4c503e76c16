using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Lines;
using PdnColorize.Training.Evaluation.Segmentation;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class ColorBordersTests
{
    private const int Side = 64;

    [Fact]
    public void Of_TwoColors_IsTheirDistanceTimesSix()
    {
        // skimage.color.rgb2lab: (100, 100, 100) is 42.37 0 0, (110, 110, 110) is 46.44 0 0.
        Plane<byte> borders = ColorBorders.Of(Paint(i => i % Side < 32 ? 0x646464 : 0x6E6E6E));

        for (int i = 0; i < borders.Length; i++) Assert.Equal(i % Side == 31 ? 24 : 0, borders.Data[i]);
    }

    [Fact]
    public void Of_BlackBesideWhite_IsTheHighestBorder() => Assert.Equal(255, ColorBorders.Of(Paint(i => i / Side < 10 ? 0 : 0xFFFFFF))[5, 9]);

    [Fact]
    public void Flood_FaintAndStrongBorder_CrossesTheFaintOneOnly()
    {
        // Three rooms: a faint border before column 20, a strong one before column 40; seeds in the first and the last.
        Plane<byte> borders = new(Side, Side, [.. Enumerable.Range(0, Side * Side).Select(i => (byte)(i % Side == 19 ? 30 : i % Side == 39 ? 200 : 0))]);

        Plane<int> reached = ColorBorders.Flood(Seeds((2, 30, 1), (60, 30, 2)), borders);

        for (int i = 0; i < reached.Length; i++) Assert.Equal(i % Side <= 39 ? 1 : 2, reached.Data[i] == 0 ? -1 : i % Side == 39 ? 1 : reached.Data[i]);
    }

    [Fact]
    public void Flood_GapInABorder_IsWorthAsMuchAsNone()
    {
        // The border before column 32 is open in one row: the worst on the way through is 0, so distance alone decides.
        Plane<byte> borders = new(Side, Side, [.. Enumerable.Range(0, Side * Side).Select(i => (byte)(i % Side == 31 && i / Side != 5 ? 200 : 0))]);

        Assert.All(ColorBorders.Flood(Seeds((2, 30, 1)), borders).Data, label => Assert.Equal(1, label));
        Assert.Equal(1, ColorBorders.Flood(Seeds((31, 5, 1), (60, 60, 2)), borders)[40, 5]);
    }

    [Fact]
    public void Flood_EqualBorders_MeetInTheMiddle()
    {
        Plane<int> reached = ColorBorders.Flood(Seeds((0, 10, 1), (63, 10, 2)), new Plane<byte>(Side, Side));

        Assert.All(Enumerable.Range(0, Side), x => Assert.Equal(x < 32 ? 1 : 2, reached[x, 10]));
    }

    [Fact]
    public void ClosedPicture_ThinBlackLine_IsGone()
    {
        RgbSquare closed = ClosedPicture.Of(Paint(i => i % Side is >= 30 and < 33 ? 0 : 0xC08040), lineWidth: 3);

        Assert.All(Enumerable.Range(0, Side * Side), i => Assert.Equal(0xC08040, closed.ColorAt(i)));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(3, 7)] // 1.6 x 3 + 1 = 5.8
    [InlineData(6, 13)] // 10.6
    [InlineData(40, 15)]
    public void ClosedPicture_WiderLines_TakeALargerEllipse(double lineWidth, int side) => Assert.Equal(side, ClosedPicture.EllipseFor(lineWidth));

    private static RgbSquare Paint(Func<int, int> color) => new(Side, [.. Enumerable.Range(0, Side * Side).SelectMany(i =>
        new[] { (byte)(color(i) >> 16), (byte)(color(i) >> 8), (byte)color(i) })]);

    private static Plane<int> Seeds(params (int X, int Y, int Label)[] seeds)
    {
        Plane<int> plane = new(Side, Side);
        foreach ((int x, int y, int label) in seeds) plane[x, y] = label;
        return plane;
    }
}
