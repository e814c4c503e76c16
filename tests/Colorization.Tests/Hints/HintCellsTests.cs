using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Tests.Drawings;

namespace PdnColorize.Colorization.Tests.Hints;

public sealed class HintCellsTests
{
    [Theory]
    [InlineData(128)]
    [InlineData(512)]
    public void Reduce_OnePixelOn2048_ReachesTheStage(int side)
    {
        for (int at = 1020; at < 1030; at++)
        {
            HintSet hints = HintSet.FromLayer(TestDrawing.Transparent(2048, 2048).Set(at, at, 0x40C080).Picture);

            HintCells cells = HintCells.Reduce(hints, side, side);

            int cell = Assert.Single(Enumerable.Range(0, side * side), i => cells.Groups.Data[i] != 0);
            Assert.Equal([0x40, 0xC0, 0x80], cells.Colors.AsSpan(cell * 3, 3).ToArray());
        }
    }

    [Fact]
    public void Reduce_CellColour_IsTheMeanOfItsHintPixelsAlone()
    {
        // Three pixels of a 4 x 4 cell; the other thirteen must not count.
        HintSet hints = HintSet.FromLayer(
            TestDrawing.Transparent(8, 8).Set(0, 0, 0x000000).Set(1, 0, 0x1E1E1E).Set(3, 3, 0x3C3C3C).Picture);

        HintCells cells = HintCells.Reduce(hints, 2, 2);

        Assert.Equal(30, cells.Colors[0]);
        Assert.Equal([1, 0, 0, 0], cells.Groups.Data.Select(group => Math.Sign(group)));
    }

    [Fact]
    public void Reduce_CellWithTwoGroups_GoesToTheMajority()
    {
        TestDrawing layer = TestDrawing.Transparent(8, 8).Fill(0, 0, 1, 4, 0xFF0000).Fill(1, 0, 3, 4, 0x0000FF);
        HintSet hints = HintSet.FromLayer(layer.Picture);

        HintCells cells = HintCells.Reduce(hints, 2, 2);

        int blue = hints.Groups[Array.FindIndex(hints.Colors, color => color == 0x0000FF)];
        Assert.Equal(blue, cells.Groups.Data[0]);
    }

    [Fact]
    public void Reduce_Enlarging_LeavesNoHolesInADot()
    {
        HintSet hints = HintSet.FromLayer(TestDrawing.Transparent(40, 40).Fill(10, 10, 4, 4, 0xFF0000).Picture);

        HintCells cells = HintCells.Reduce(hints, 130, 130);

        int covered = cells.Groups.Data.Count(group => group != 0);
        Assert.InRange(covered, 12 * 12, 14 * 14);
        (int left, int right) = (cells.Groups.Data.Select((g, i) => (g, i)).Where(p => p.g != 0).Min(p => p.i % 130),
            cells.Groups.Data.Select((g, i) => (g, i)).Where(p => p.g != 0).Max(p => p.i % 130));
        Assert.Equal(covered, (right - left + 1) * (right - left + 1));
    }
}
