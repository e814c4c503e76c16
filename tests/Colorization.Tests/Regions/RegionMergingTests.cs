using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Tests.Regions;

public sealed class RegionMergingTests
{
    private const double WeakBorder = 110;

    [Fact]
    public void Run_WeakAndStrongBorders_JoinsOverTheWeakOnes()
    {
        // Four bands of ten columns; borders between them 60, 250 and 0.
        RegionMap merged = RegionMerging.Run(Bands(), Borders(60, 250, 0), Meeting, WeakBorder);

        Assert.Equal(2, merged.Count);
        Assert.Equal(merged.Labels[5, 5], merged.Labels[15, 5]);
        Assert.NotEqual(merged.Labels[15, 5], merged.Labels[25, 5]);
        Assert.Equal(merged.Labels[25, 5], merged.Labels[35, 5]);
    }

    [Fact]
    public void Run_BorderStrongForMostOfItsLength_HoldsInSpiteOfItsGap()
    {
        BorderMap borders = Borders(250, 250, 250);
        for (int y = 4; y < 6; y++)
            for (int x = 5; x < 15; x++) borders.Strength[x, y] = 0;

        Assert.Equal(4, RegionMerging.Run(Bands(), borders, Meeting, WeakBorder).Count);
    }

    [Fact]
    public void Run_StrongBorderInsideAMassOfInk_DoesNotCount()
    {
        BorderMap borders = Borders(250, 250, 250);
        // Of the first border all is hidden but one pixel, and there it is weak.
        for (int x = 5; x < 15; x++)
            for (int y = 0; y < 4; y++) borders.Strength[x, y] = 0;
        Plane<byte> meeting = new(40, 10, [.. Enumerable.Repeat(byte.MaxValue, 400)]);
        for (int x = 5; x < 15; x++)
            for (int y = 1; y < 10; y++) meeting[x, y] = 0;

        RegionMap merged = RegionMerging.Run(Bands(), borders, meeting, WeakBorder);

        Assert.Equal(merged.Labels[5, 5], merged.Labels[15, 5]);
        Assert.Equal(3, merged.Count);
    }

    [Fact]
    public void Run_RoomBetweenTwo_JoinsTheOneWithTheWeakerBorder()
    {
        // A small room at the top between a left and a right one, which a strong border parts below it. Both borders of the small room are weak; with one of them
        // gone, what is left between left and right is strong.
        Plane<int> labels = new(40, 40);
        BorderMap borders = new(new Plane<byte>(40, 40));
        for (int y = 0; y < 40; y++)
        {
            for (int x = 0; x < 40; x++)
            {
                bool isSmall = x is >= 15 and < 25 && y < 10;
                labels[x, y] = isSmall ? 3 : x < 20 ? 1 : 2;
                if (x is 14 or 15 && y < 12) borders.Strength[x, y] = 90;
                if (x is 24 or 25 && y < 12) borders.Strength[x, y] = 60;
                if (x is 19 or 20 && y > 12) borders.Strength[x, y] = 255;
            }
        }

        RegionMap merged = RegionMerging.Run(new RegionMap(labels, 3), borders, new Plane<byte>(40, 40, [.. Enumerable.Repeat(byte.MaxValue, 1600)]), WeakBorder);

        Assert.Equal(2, merged.Count);
        Assert.Equal(merged.Labels[35, 35], merged.Labels[20, 5]);
        Assert.NotEqual(merged.Labels[5, 35], merged.Labels[20, 5]);
    }

    private static Plane<byte> Meeting => new(40, 10, [.. Enumerable.Repeat(byte.MaxValue, 400)]);

    private static RegionMap Bands()
    {
        Plane<int> labels = new(40, 10);
        for (int i = 0; i < labels.Length; i++) labels.Data[i] = 1 + (i % 40 / 10);
        return new RegionMap(labels, 4);
    }

    private static BorderMap Borders(params byte[] strengths)
    {
        Plane<byte> plane = new(40, 10);
        for (int y = 0; y < 10; y++)
            for (int i = 0; i < strengths.Length; i++) plane[(i * 10) + 10, y] = strengths[i];
        return new BorderMap(plane);
    }
}
