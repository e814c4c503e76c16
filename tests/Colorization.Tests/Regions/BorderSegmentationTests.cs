using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;
using PdnColorize.Colorization.Tests.Drawings;

namespace PdnColorize.Colorization.Tests.Regions;

/// <summary>Drawings of 200 x 100 or 200 x 200 with borders as a network would read them, at half the size.</summary>
public sealed class BorderSegmentationTests
{
    [Fact]
    public void Run_LineWithColoursThatDiffer_PartsTheRooms()
    {
        RegionMap regions = Segment(TestDrawing.TwoRooms(), FrameBorder().Fill(98, 10, 4, 80, 0));

        Assert.Equal(3, regions.Count);
        Assert.NotEqual(regions.Labels[50, 50], regions.Labels[150, 50]);
    }

    [Fact]
    public void Run_LineWithTheSameColourOnBothSides_PartsNothing()
    {
        RegionMap regions = Segment(TestDrawing.TwoRooms(), FrameBorder());

        Assert.Equal(2, regions.Count);
        Assert.Equal(regions.Labels[50, 50], regions.Labels[150, 50]);
    }

    [Fact]
    public void Run_MissingLine_PartsTheRooms()
    {
        TestDrawing drawing = TestDrawing.Paper(200, 100).Frame(10, 10, 180, 80, 3);

        RegionMap regions = Segment(drawing, FrameBorder().Fill(98, 10, 4, 80, 0));

        Assert.Equal(3, regions.Count);
        Assert.NotEqual(regions.Labels[50, 50], regions.Labels[150, 50]);
        // Where it was read: in the middle, not by one of the walls.
        int border = Enumerable.Range(20, 160).First(x => regions.Labels[x, 50] != regions.Labels[20, 50]);
        Assert.InRange(border, 97, 103);
    }

    [Fact]
    public void Run_WideGapThatTheNetworkCloses_KeepsTheRoomsApart()
    {
        // Half of the wall is missing, far more than goes by the lines alone.
        TestDrawing drawing = TestDrawing.TwoRooms().Fill(97, 30, 8, 40, 0xFFFFFF);

        RegionMap regions = Segment(drawing, FrameBorder().Fill(98, 10, 4, 80, 0));

        Assert.NotEqual(regions.Labels[50, 50], regions.Labels[150, 50]);
    }

    [Fact]
    public void Run_FigureOpenAtItsEnd_LeavesThePaperAroundItOneRegion()
    {
        // A bust: shoulders and sides are drawn, it ends in mid-air above the picture's edge; the network sees the end.
        TestDrawing drawing = TestDrawing.Paper(200, 200).Fill(60, 60, 80, 3, 0).Fill(60, 60, 3, 100, 0).Fill(137, 60, 3, 100, 0);
        TestDrawing borders = Nothing(200, 200).Fill(60, 60, 80, 4, 0).Fill(60, 60, 4, 100, 0).Fill(136, 60, 4, 100, 0).Fill(60, 158, 80, 4, 0);

        RegionMap regions = Segment(drawing, borders);

        Assert.Equal(2, regions.Count);
        int paper = regions.Labels[5, 5];
        Assert.All(new[] { (195, 5), (5, 195), (195, 195), (100, 195), (100, 30), (30, 100), (170, 100) }, at => Assert.Equal(paper, regions.Labels[at.Item1, at.Item2]));
        Assert.NotEqual(paper, regions.Labels[100, 100]);
        Assert.Equal(regions.Labels[100, 70], regions.Labels[100, 150]);
    }

    [Fact]
    public void Run_FigureOpenAtThePicturesEdge_IsParted()
    {
        // Its sides run out of the picture; there is no line between it and the paper but there.
        TestDrawing drawing = TestDrawing.Paper(200, 200).Fill(60, 60, 80, 3, 0).Fill(60, 60, 3, 140, 0).Fill(137, 60, 3, 140, 0);
        TestDrawing borders = Nothing(200, 200).Fill(60, 60, 80, 4, 0).Fill(60, 60, 4, 140, 0).Fill(136, 60, 4, 140, 0);

        RegionMap regions = Segment(drawing, borders);

        Assert.Equal(2, regions.Count);
        Assert.Equal(regions.Labels[5, 195], regions.Labels[195, 195]);
        Assert.NotEqual(regions.Labels[5, 195], regions.Labels[100, 195]);
    }

    [Fact]
    public void Run_NoBorderAnywhere_IsOneRegion() =>
        Assert.Equal(1, Segment(TestDrawing.TwoRooms(), Nothing(200, 100)).Count);

    [Fact]
    public void Run_LineWhereTheMapIsAPixelOff_PartsAlongTheInk()
    {
        // The network reads in small: its border lies 3 pixels beside the wall.
        RegionMap regions = Segment(TestDrawing.TwoRooms(wall: 4), FrameBorder().Fill(101, 10, 4, 80, 0));

        int border = Enumerable.Range(20, 160).First(x => regions.Labels[x, 50] != regions.Labels[20, 50]);
        Assert.InRange(border, 98, 102);
    }

    [Fact]
    public void Run_RandomBorders_CoverThePictureWithConnectedRegions()
    {
        Random random = new(6);
        for (int round = 0; round < 10; round++)
        {
            TestDrawing drawing = TestDrawing.Paper(120, 90).Fill(3, 3, 3, 3, 0);
            for (int i = 0; i < 12; i++) drawing.Fill(random.Next(80), random.Next(60), 1 + random.Next(40), 1 + random.Next(4), 0);
            TestDrawing borders = Nothing(120, 90);
            for (int i = 0; i < 12; i++) borders.Fill(random.Next(80), random.Next(60), 1 + random.Next(6), 1 + random.Next(30), random.Next(256) * 0x010101);

            RegionMap regions = Segment(drawing, borders);

            Assert.All(regions.Labels.Data, label => Assert.InRange(label, 1, regions.Count));
            Assert.Equal(regions.Count, Components(regions.Labels));
        }
    }

    private static TestDrawing FrameBorder() => Nothing(200, 100).Frame(9, 9, 182, 82, 4);

    /// <summary>Borders are drawn like lines: black for a sure one.</summary>
    private static TestDrawing Nothing(int width, int height) => TestDrawing.Paper(width, height);

    private static RegionMap Segment(TestDrawing drawing, TestDrawing borders)
    {
        Plane<byte> lines = Darkness.OverWhite(drawing.Picture);
        Plane<byte> strength = new(lines.Width / 2, lines.Height / 2);
        Plane<byte> drawn = Darkness.OverWhite(borders.Picture);
        for (int y = 0; y < strength.Height; y++)
            for (int x = 0; x < strength.Width; x++) strength[x, y] = (byte)(255 - drawn[2 * x, 2 * y]);
        LearnedBorders learned = LearnedBorders.Create(new BorderMap(strength), lines);
        return BorderSegmentation.Run(lines, learned, BorderSegmentation.Distances(lines, learned), BorderSegmentation.WithoutMasses(lines, learned.Map), leastArea: 5, CancellationToken.None);
    }

    /// <summary>Connected areas of one label, four neighbours.</summary>
    private static int Components(Plane<int> labels)
    {
        bool[] seen = new bool[labels.Length];
        int count = 0;
        for (int start = 0; start < seen.Length; start++)
        {
            if (seen[start]) continue;
            count++;
            Stack<int> open = new([start]);
            seen[start] = true;
            while (open.TryPop(out int at))
            {
                int x = at % labels.Width;
                foreach (int next in new[] { x > 0 ? at - 1 : -1, x < labels.Width - 1 ? at + 1 : -1, at - labels.Width, at + labels.Width })
                {
                    if (next < 0 || next >= seen.Length || seen[next] || labels.Data[next] != labels.Data[at]) continue;
                    seen[next] = true;
                    open.Push(next);
                }
            }
        }

        return count;
    }
}
