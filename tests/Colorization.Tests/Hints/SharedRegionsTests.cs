using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Tests.Hints;

public sealed class SharedRegionsTests
{
    private static readonly RegionMap Regions = new(new Plane<int>(6, 1, [1, 1, 2, 2, 3, 3]), 3);
    private static readonly RegionMap Joined = new(new Plane<int>(6, 1, [1, 1, 1, 1, 2, 2]), 2);

    [Theory]
    [InlineData("0", false)]
    [InlineData("0,4", false)]
    [InlineData("0,2", true)]
    public void Find_HintsInAJoinedRegion_ShareItFromTheSecondOneOn(string positions, bool isShared)
    {
        int[] pixels = [.. positions.Split(',').Select(int.Parse)];
        HintSet hints = HintSet.FromPixels(6, 1, pixels, [.. pixels.Select((_, i) => i * 0x777777)]);

        int[] labels = SharedRegions.Find(hints, Regions, Joined).Labels.Data;

        Assert.Equal(isShared, labels[0] == labels[2]);
        Assert.NotEqual(labels[2], labels[4]);
        Assert.Equal(labels[0], labels[1]);
    }
}
