using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;
using PdnColorize.Colorization.Tests.Drawings;

namespace PdnColorize.Colorization.Tests.Regions;

public sealed class RegionSegmentationTests
{
    private const double GapRadius = 3;

    [Fact]
    public void Run_TwoRooms_FindsThemAndTheOutside()
    {
        RegionMap regions = Segment(TestDrawing.TwoRooms());

        Assert.Equal(3, regions.Count);
        Assert.Equal(3, new[] { At(regions, 2, 2), At(regions, 50, 50), At(regions, 150, 50) }.Distinct().Count());
    }

    [Fact]
    public void Run_SmallGapInTheWall_KeepsTheRoomsApart()
    {
        RegionMap regions = Segment(TestDrawing.TwoRooms().Fill(97, 48, 8, 4, 0xFFFFFF));

        Assert.NotEqual(At(regions, 50, 50), At(regions, 150, 50));
    }

    [Fact]
    public void Run_WideGapInTheWall_JoinsTheRooms()
    {
        RegionMap regions = Segment(TestDrawing.TwoRooms().Fill(97, 40, 8, 20, 0xFFFFFF));

        Assert.Equal(At(regions, 50, 50), At(regions, 150, 50));
    }

    [Fact]
    public void Run_TaperingShape_StaysWhole()
    {
        // A wedge between two lines that narrows to a point, like a lock of hair.
        TestDrawing drawing = TestDrawing.Paper(200, 100);
        for (int x = 10; x < 190; x++)
        {
            int half = (190 - x) / 5;
            drawing.Fill(x, 50 - half - 2, 1, 2, 0).Fill(x, 50 + half, 1, 2, 0);
        }

        RegionMap regions = Segment(drawing.Fill(8, 12, 2, 76, 0));

        Assert.Equal(At(regions, 20, 50), At(regions, 165, 50));
    }

    [Fact]
    public void Run_EveryPixelHasALabel_AndBordersRunAlongTheInk()
    {
        TestDrawing drawing = TestDrawing.TwoRooms(wall: 4);
        RegionMap regions = Segment(drawing);

        Assert.All(regions.Labels.Data, label => Assert.InRange(label, 1, regions.Count));
        // No paper pixel touches a paper pixel of another region.
        for (int y = 0; y < 100; y++)
        {
            for (int x = 1; x < 200; x++)
            {
                bool paper = TestDrawing.ColorAt(drawing.Picture, x, y) != 0 && TestDrawing.ColorAt(drawing.Picture, x - 1, y) != 0;
                if (paper) Assert.Equal(At(regions, x - 1, y), At(regions, x, y));
            }
        }
    }

    [Fact]
    public void Run_InkEverywhere_IsOneRegion()
    {
        Plane<byte> ink = new(20, 10);

        RegionMap regions = Run(ink);

        Assert.Equal(1, regions.Count);
        Assert.All(regions.Labels.Data, label => Assert.Equal(1, label));
    }

    [Fact]
    public void Run_NoInkAtAll_IsOneRegion()
    {
        byte[] paper = new byte[200];
        Array.Fill(paper, (byte)255);

        RegionMap regions = Run(new Plane<byte>(20, 10, paper));

        Assert.Equal(1, regions.Count);
        Assert.All(regions.Labels.Data, label => Assert.Equal(1, label));
    }

    [Fact]
    public void Run_RegionBelowTheLeastArea_JoinsANeighbour()
    {
        RegionMap regions = Segment(TestDrawing.Paper(60, 60).Frame(20, 20, 8, 8, 3));

        Assert.Equal(1, regions.Count);
    }

    private static RegionMap Segment(TestDrawing drawing) => Run(LineArtPreparation.Prepare(drawing.Picture, LineArtOptions.Default).Lines);

    private static RegionMap Run(Plane<byte> lines) =>
        RegionSegmentation.Run(lines, LineDistances.ToNearestInk(lines, RegionSegmentation.PaperAbove), GapRadius, leastArea: 12);

    private static int At(RegionMap regions, int x, int y) => regions.Labels[x, y];
}
