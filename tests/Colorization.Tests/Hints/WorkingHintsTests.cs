using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;
using PdnColorize.Colorization.Tests.Drawings;

namespace PdnColorize.Colorization.Tests.Hints;

public sealed class WorkingHintsTests
{
    private const int Green = 0x22AA44;
    private const int Blue = 0x3366CC;

    [Fact]
    public void Spread_StrokeAcrossSmallShapes_FillsThemAndNotTheGroundBetween()
    {
        // Five leaves in a row on open ground, one stroke through all of them, as people scribble.
        TestDrawing drawing = TestDrawing.Paper(300, 200);
        for (int leaf = 0; leaf < 5; leaf++) drawing.Frame(40 + (leaf * 40), 90, 30, 20, 2);
        TestDrawing hints = TestDrawing.Transparent(300, 200).Fill(50, 99, 170, 3, Green).Fill(20, 20, 60, 4, Blue);

        Func<int, int, int> colorAt = Spread(drawing, hints);

        for (int leaf = 0; leaf < 5; leaf++) Assert.Equal(Green, colorAt(55 + (leaf * 40), 94));
        Assert.Equal(Blue, colorAt(150, 180));
        Assert.Equal(Blue, colorAt(75, 100));
    }

    [Fact]
    public void Spread_StrokeThatSlipsOverALine_LeavesTheOtherSideAlone()
    {
        TestDrawing hints = TestDrawing.Transparent(200, 100).Fill(50, 48, 56, 4, Green);

        Func<int, int, int> colorAt = Spread(TestDrawing.TwoRooms(), hints);

        Assert.Equal(Green, colorAt(30, 30));
        Assert.Equal(0, colorAt(150, 50));
    }

    [Fact]
    public void Spread_DabOfAnotherColourThatMeetsALongStrokeOnALine_FillsItsRoom()
    {
        TestDrawing hints = TestDrawing.Transparent(200, 100).Fill(40, 48, 60, 4, Green).Fill(100, 48, 6, 4, Blue);

        Func<int, int, int> colorAt = Spread(TestDrawing.TwoRooms(), hints);

        Assert.Equal(Green, colorAt(30, 30));
        Assert.Equal(Blue, colorAt(150, 50));
    }

    [Fact]
    public void Spread_TwoHintsSideBySide_DoNotTintEachOther()
    {
        TestDrawing drawing = TestDrawing.Paper(200, 100).Frame(10, 10, 180, 80, 3);
        TestDrawing hints = TestDrawing.Transparent(200, 100).Fill(60, 40, 13, 13, Green).Fill(73, 40, 13, 13, Blue);

        Func<int, int, int> colorAt = Spread(drawing, hints);

        Assert.Equal(Green, colorAt(20, 50));
        Assert.Equal(Blue, colorAt(180, 50));
    }

    [Fact]
    public void Spread_StrokeThroughTwoRooms_FillsBoth()
    {
        TestDrawing hints = TestDrawing.Transparent(200, 100).Fill(60, 48, 80, 4, Green);

        Func<int, int, int> colorAt = Spread(TestDrawing.TwoRooms(), hints);

        Assert.Equal(Green, colorAt(30, 30));
        Assert.Equal(Green, colorAt(170, 70));
    }

    [Fact]
    public void Spread_TwoDotsInOneRoom_MeetHalfway()
    {
        TestDrawing drawing = TestDrawing.Paper(300, 120).Frame(10, 10, 280, 100, 3);
        TestDrawing hints = TestDrawing.Transparent(300, 120).Fill(48, 58, 4, 4, Green).Fill(248, 58, 4, 4, Blue);

        Func<int, int, int> colorAt = Spread(drawing, hints);

        int border = Enumerable.Range(50, 200).First(x => colorAt(x, 60) == Blue);
        Assert.InRange(border, 145, 155);
        Assert.Equal(0, colorAt(3, 3));
    }

    [Fact]
    public void Spread_DotOnALine_SpreadsNowhere()
    {
        TestDrawing hints = TestDrawing.Transparent(200, 100).Fill(99, 40, 2, 2, Green);

        Func<int, int, int> colorAt = Spread(TestDrawing.TwoRooms(wall: 8), hints);

        Assert.Equal(0, colorAt(50, 50));
        Assert.Equal(0, colorAt(150, 50));
    }

    [Fact]
    public void Spread_HintAtTheFootOfALineBesideAnother_LeavesTheRoomToThatOne()
    {
        TestDrawing drawing = TestDrawing.Paper(300, 200).Frame(10, 10, 280, 180, 3);
        // Along the left wall, from top to bottom, nearer to half of the room than the dot is.
        TestDrawing hints = TestDrawing.Transparent(300, 200).Fill(13, 20, 2, 160, Blue).Fill(240, 100, 6, 6, Green);

        Func<int, int, int> colorAt = Spread(drawing, hints);

        Assert.Equal(Green, colorAt(30, 100));
        Assert.Equal(Green, colorAt(280, 20));
    }

    [Fact]
    public void Spread_HintAtTheFootOfALineAlone_FillsTheRoom()
    {
        TestDrawing drawing = TestDrawing.Paper(300, 200).Frame(10, 10, 280, 180, 3);
        TestDrawing hints = TestDrawing.Transparent(300, 200).Fill(13, 100, 2, 2, Blue);

        Assert.Equal(Blue, Spread(drawing, hints)(280, 20));
    }

    [Fact]
    public void Spread_HintInANarrowPassageOfTheSameRegion_KeepsThePassage()
    {
        // A passage 5 pixels wide that opens into a room: as near to its lines as any foot, but there is nothing wider beside it.
        TestDrawing drawing = TestDrawing.Paper(300, 200).Frame(10, 10, 150, 180, 3).Fill(157, 100, 133, 3, color: 0).Fill(157, 108, 133, 3, color: 0).Fill(157, 103, 3, 5, color: 0xFFFFFF);
        TestDrawing hints = TestDrawing.Transparent(300, 200).Fill(60, 100, 6, 6, Green).Fill(240, 105, 2, 2, Blue);

        Func<int, int, int> colorAt = Spread(drawing, hints);

        Assert.Equal(Green, colorAt(30, 30));
        Assert.Equal(Blue, colorAt(260, 105));
    }

    [Fact]
    public void Spread_LearnedBorders_PartTheHintsOfARegion()
    {
        // One room; a border that is too weak to part it lies much nearer to the green dot.
        TestDrawing drawing = TestDrawing.Paper(300, 120).Frame(10, 10, 280, 100, 3);
        TestDrawing hints = TestDrawing.Transparent(300, 120).Fill(48, 58, 4, 4, Green).Fill(248, 58, 4, 4, Blue);
        PreparedDrawing prepared = PreparedDrawing.Create(drawing.Picture, LineArtOptions.Default, CancellationToken.None);
        Plane<byte> borders = new(300, 120);
        for (int y = 0; y < 120; y++) borders[90, y] = 60;

        WorkingHints spread = WorkingHints.Spread(
            HintSet.FromLayer(hints.Picture), prepared.Regions, prepared.Distances, LearnedBorders.Create(new BorderMap(borders), prepared.WorkingLines));

        int green = spread.Reached[50, 60];
        int blue = spread.Reached[250, 60];
        Assert.NotEqual(green, blue);
        foreach (int y in new[] { 30, 60, 90 })
        {
            Assert.Equal(green, spread.Reached[87, y]);
            Assert.Equal(blue, spread.Reached[93, y]);
        }

        Assert.Equal(0, spread.Reached[3, 3]);
    }

    /// <summary>The colour that reaches a pixel, 0 for none.</summary>
    private static Func<int, int, int> Spread(TestDrawing drawing, TestDrawing hints)
    {
        PreparedDrawing prepared = PreparedDrawing.Create(drawing.Picture, LineArtOptions.Default, CancellationToken.None);
        Assert.Equal(drawing.Picture.PixelCount, prepared.Regions.Labels.Length);
        WorkingHints spread = WorkingHints.Spread(HintSet.FromLayer(hints.Picture), prepared.Regions, prepared.Distances);
        return (x, y) =>
        {
            int seed = spread.Reached[x, y];
            if (seed == 0) return 0;
            ReadOnlySpan<float> color = spread.SeedColors.AsSpan(seed * 3, 3);
            return ((int)color[0] << 16) | ((int)color[1] << 8) | (int)color[2];
        };
    }
}
