using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Tests.Drawings;

namespace PdnColorize.Colorization.Tests.Hints;

public sealed class HintSetTests
{
    [Fact]
    public void FromLayer_OnlyPixelsOfAtLeastHalfAlpha_AreHints()
    {
        TestDrawing layer = TestDrawing.Transparent(10, 10).Set(1, 1, 0xFF0000, 127).Set(5, 5, 0x00FF00, 128);

        HintSet hints = HintSet.FromLayer(layer.Picture);

        Assert.Equal([55], hints.Positions);
        Assert.Equal([0x00FF00], hints.Colors);
    }

    [Fact]
    public void FromLayer_StrokesThatTouchDiagonally_AreOneGroup()
    {
        TestDrawing layer = TestDrawing.Transparent(10, 10);
        for (int i = 0; i < 10; i++) layer.Set(9 - i, i, 0x102030);

        Assert.Equal(1, HintSet.FromLayer(layer.Picture).GroupCount);
    }

    [Fact]
    public void FromLayer_TwoColoursSideBySide_AreTwoGroups()
    {
        TestDrawing layer = TestDrawing.Transparent(20, 20).Fill(0, 0, 5, 5, 0xFF0000).Fill(5, 0, 5, 5, 0x0000FF);

        HintSet hints = HintSet.FromLayer(layer.Picture);

        Assert.Equal(2, hints.GroupCount);
    }

    [Fact]
    public void FromLayer_RightEdgeAndNextRowsLeftEdge_DoNotTouch()
    {
        TestDrawing layer = TestDrawing.Transparent(10, 10).Set(9, 3, 0xFF0000).Set(0, 4, 0xFF0000).Set(0, 5, 0xFF0000);

        Assert.Equal(2, HintSet.FromLayer(layer.Picture).GroupCount);
    }

    [Fact]
    public void FromLayer_RandomLayersOfOneColour_MatchAFloodFill()
    {
        Random random = new(2);
        for (int round = 0; round < 20; round++)
        {
            int width = random.Next(1, 25);
            int height = random.Next(1, 25);
            TestDrawing layer = TestDrawing.Transparent(width, height);
            for (int i = 0; i < width * height / 3; i++) layer.Set(random.Next(width), random.Next(height), 0x804020);
            HintSet hints = HintSet.FromLayer(layer.Picture);

            Assert.Equal(CountByFloodFill(hints, width), hints.GroupCount);
        }
    }

    [Fact]
    public void Read_LayerOfAnotherSize_IsRefused()
    {
        HintLayerException e = Assert.Throws<HintLayerException>(() => HintLayer.Read(new Picture(5, 5), new Picture(6, 5)));

        Assert.Contains("same size", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LayerWithoutTransparency_IsRefused()
    {
        HintLayerException e = Assert.Throws<HintLayerException>(() => HintLayer.Read(TestDrawing.Paper(6, 5).Picture, new Picture(6, 5)));

        Assert.Contains("transparent", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Cancelled_Ends() =>
        Assert.Throws<OperationCanceledException>(() => HintLayer.Read(new Picture(6, 5), new Picture(6, 5), new CancellationToken(canceled: true)));

    private static int CountByFloodFill(HintSet hints, int width)
    {
        HashSet<(int X, int Y)> left = [.. hints.Positions.Select(p => (p % width, p / width))];
        int count = 0;
        while (left.Count > 0)
        {
            count++;
            Stack<(int X, int Y)> open = new([left.First()]);
            while (open.TryPop(out (int X, int Y) at))
            {
                if (!left.Remove(at)) continue;
                for (int dy = -1; dy <= 1; dy++)
                    for (int dx = -1; dx <= 1; dx++) open.Push((at.X + dx, at.Y + dy));
            }
        }

        return count;
    }
}
