using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Tests.Drawings;

namespace PdnColorize.Colorization.Tests.LineArt;

public sealed class LineArtPreparationTests
{
    [Theory]
    [InlineData(0xFFFFFF, 0x000000)]
    [InlineData(0xFFFFFF, 0x8C8C8C)]
    [InlineData(0xD8D8D8, 0x505050)]
    [InlineData(0xF5E8D0, 0x3A2A1A)]
    [InlineData(0xFFFFFF, 0x78B4FF)]
    [InlineData(0xFFFFFF, 0xFFD000)]
    public void Prepare_AnyPaperAndPencil_GivesBlackOnWhite(int paper, int pencil)
    {
        TestDrawing drawing = TestDrawing.Paper(120, 120, paper).Frame(20, 20, 80, 80, 4, pencil);

        LineArtMap lines = Prepare(drawing);

        Assert.Equal(255, lines.Lines[5, 5]);
        Assert.Equal(255, lines.Lines[60, 60]);
        Assert.InRange(lines.Lines[60, 21], 0, 10);
        Assert.False(lines.LightInk);
    }

    [Fact]
    public void Prepare_BlackLinesOnATransparentLayer_GivesBlackOnWhite()
    {
        LineArtMap lines = Prepare(TestDrawing.Transparent(120, 120).Frame(20, 20, 80, 80, 4));

        Assert.Equal(255, lines.Lines[60, 60]);
        Assert.Equal(0, lines.Lines[60, 21]);
    }

    [Fact]
    public void Prepare_UnevenlyLitSheet_HasWhitePaperEverywhere()
    {
        TestDrawing drawing = TestDrawing.Transparent(400, 300);
        for (int x = 0; x < 400; x++)
        {
            int grey = 250 - (x / 4);
            drawing.Fill(x, 0, 1, 300, (grey << 16) | (grey << 8) | grey);
        }

        LineArtMap lines = Prepare(drawing.Frame(50, 50, 300, 200, 5, 0x101010));

        foreach ((int x, int y) in new[] { (10, 10), (200, 150), (390, 290), (300, 20) }) Assert.InRange(lines.Lines[x, y], 245, 255);
        Assert.InRange(lines.Lines[200, 52], 0, 30);
        Assert.InRange(lines.Lines[347, 150], 0, 60);
    }

    [Fact]
    public void Prepare_LargeBlackArea_StaysBlack()
    {
        LineArtMap lines = Prepare(TestDrawing.Paper(400, 400).Fill(100, 100, 200, 200, 0).Frame(20, 20, 360, 360, 3));

        Assert.Equal(0, lines.Lines[200, 200]);
        Assert.Equal(255, lines.Lines[60, 60]);
    }

    [Theory]
    [InlineData(0xFFFFFF)]
    [InlineData(0x808080)]
    [InlineData(0x000000)]
    public void Prepare_OneEvenColour_IsRefused(int color)
    {
        PictureException e = Assert.Throws<PictureException>(() => Prepare(TestDrawing.Paper(50, 50, color)));

        Assert.Contains("no lines", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_EmptyLayer_IsRefusedAndSaysSo()
    {
        PictureException e = Assert.Throws<PictureException>(() => Prepare(TestDrawing.Transparent(50, 50)));

        Assert.Contains("transparent", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(16)]
    public void Estimate_RadialLinesOfOneWidth_FindsIt(int width)
    {
        // Lines in all directions, as in a drawing; each pixel nearer than half the width to a ray is ink.
        Plane<byte> lines = new(600, 600);
        Array.Fill(lines.Data, (byte)255);
        for (int ray = 0; ray < 12; ray++)
        {
            double angle = ray * Math.PI / 12;
            for (int y = 0; y < 600; y++)
                for (int x = 0; x < 600; x++)
                    if (Math.Abs(((x - 300) * Math.Sin(angle)) - ((y - 300) * Math.Cos(angle))) < width / 2.0 && Math.Abs(x - 300) + Math.Abs(y - 300) > 120)
                        lines[x, y] = 0;
        }

        Assert.InRange(LineWidth.Estimate(lines), 0.7 * width, 1.4 * width);
    }

    [Theory]
    [InlineData(1, 2048, 128)]
    [InlineData(2, 2048, 512)]
    [InlineData(40, 1024, 128)]
    [InlineData(6, 128, 128)]
    public void Resize_ThinAndThickLines_StayVisible(int lineWidth, int from, int to)
    {
        LineArtMap lineArt = Prepare(TestDrawing.Paper(from, from).Frame(from / 4, from / 4, from / 2, from / 2, lineWidth));

        Plane<byte> scaled = LineScaling.Resize(lineArt, to, to, thinnest: 0.8, thickest: 2.5);

        // Ink across the left line, in black pixels; it may fall between two of them.
        double ink = Enumerable.Range(0, to / 2).Sum(x => (255 - scaled[x, to / 2]) / 255.0);
        Assert.InRange(ink, 0.7, 3.2);
        Assert.Equal(255, scaled[to / 2, to / 2]);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(13)]
    public void Resize_ThickLinesAmongThinOnes_AreThinnedAndTheThinOnesStayWithoutGaps(int thick)
    {
        // Many thick lines, so that they are the typical ones, and a thin one from one of them to the next.
        TestDrawing drawing = TestDrawing.Paper(512, 512);
        for (int x = 40; x < 512; x += 100) drawing.Fill(x - (thick / 2), 0, thick, 512, color: 0);
        drawing.Fill(40, 199, 100, 3, color: 0);
        LineArtMap lineArt = Prepare(drawing);
        Assert.InRange(lineArt.LineWidth, thick - 3, thick + 3);

        Plane<byte> scaled = LineScaling.Resize(lineArt, 512, 512, thinnest: 3, thickest: 5);

        double ink = Enumerable.Range(190, 100).Sum(x => (255 - scaled[x, 400]) / 255.0);
        Assert.InRange(ink, 3.5, 7.5);
        // All the way, and as dark as before.
        Assert.All(Enumerable.Range(40, 100), x => Assert.Contains(Enumerable.Range(196, 9), y => scaled[x, y] < 40));
        double thin = Enumerable.Range(190, 20).Sum(y => (255 - scaled[90, y]) / 255.0);
        Assert.InRange(thin, 2, 4);
    }

    /// <summary>A large picture takes seconds, and a cancelled job must end within 250 ms.</summary>
    [Fact]
    public void Prepare_Cancelled_Ends() => Assert.ThrowsAny<OperationCanceledException>(
        () => LineArtPreparation.Prepare(TestDrawing.Paper(64, 64).Picture, LineArtOptions.Default, new CancellationToken(canceled: true)));

    private static LineArtMap Prepare(TestDrawing drawing) => LineArtPreparation.Prepare(drawing.Picture, LineArtOptions.Default);
}
