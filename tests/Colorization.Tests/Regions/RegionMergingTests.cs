using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Tests.Regions;

public sealed class RegionMergingTests
{
    [Fact]
    public void Run_WeakAndStrongBorders_JoinsOverTheWeakOnes()
    {
        // Four bands of ten columns; borders between them 60, 250 and 0.
        RegionMap merged = RegionMerging.Run(Bands(), Borders(60, 250, 0), Meeting);

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

        Assert.Equal(4, RegionMerging.Run(Bands(), borders, Meeting).Count);
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

        RegionMap merged = RegionMerging.Run(Bands(), borders, meeting);

        Assert.Equal(merged.Labels[5, 5], merged.Labels[15, 5]);
        Assert.Equal(3, merged.Count);
    }

    [Fact]
    public void Run_WeakestJoinsFirst_AndWhatIsLeftHasBothBorders()
    {
        // A meets B (weak) and C (weaker) along the whole height; with C, A's border to B is one of both: strong. B and C meet along the bottom.
        Plane<int> labels = new(30, 10);
        for (int i = 0; i < labels.Length; i++) labels.Data[i] = i % 30 < 10 ? 3 : i % 30 < 20 ? 1 : 2;
        for (int y = 8; y < 10; y++)
            for (int x = 10; x < 20; x++) labels[x, y] = y == 8 ? 3 : 2;
        BorderMap borders = new(new Plane<byte>(30, 10));
        for (int y = 0; y < 8; y++) borders.Strength[19, y] = 90;
        for (int x = 8; x < 22; x++) borders.Strength[x, 9] = 255;

        RegionMap merged = RegionMerging.Run(new RegionMap(labels, 3), borders, new Plane<byte>(30, 10, [.. Enumerable.Repeat(byte.MaxValue, 300)]));

        Assert.Equal(2, merged.Count);
        Assert.Equal(merged.Labels[5, 2], merged.Labels[15, 2]);
        Assert.NotEqual(merged.Labels[15, 2], merged.Labels[25, 2]);
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
