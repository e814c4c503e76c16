using OpenCvSharp;

namespace PdnColorize.Datasets.Tests.LineArt;

public class LineArtRandomizerTests
{
    private const int Width = 120;
    private const int Height = 90;

    private static readonly LineArtRandomizerOptions Nothing = new() { Width = 0, Darkness = 0, Gaps = 0, Paper = 0, Pencil = 0, Binarise = 0, Blur = 0 };

    [Fact]
    public void Apply_SameSeed_SameBytes_OtherSeeds_Others()
    {
        LineArtRandomizer randomizer = new();
        byte[] lines = Lines();

        byte[][] results = [.. Enumerable.Range(0, 20).Select(seed => randomizer.Apply(lines, Width, Height, (ulong)seed))];

        Assert.Equal(results[7], new LineArtRandomizer().Apply(lines, Width, Height, 7));
        Assert.True(results.Select(Convert.ToHexString).Distinct().Count() > 15);
        Assert.Equal(Lines(), lines);
    }

    [Fact]
    public void Apply_NothingChosen_ChangesNothing() =>
        Assert.Equal(Lines(), new LineArtRandomizer(Nothing).Apply(Lines(), Width, Height, 3));

    [Theory]
    [InlineData(2, 7)]
    [InlineData(1, 5)]
    [InlineData(-1, 1)]
    public void Change_ThreePixelLine_HasTheExpectedWidth(double pixels, double expected)
    {
        byte[] grey = Lines();
        using Mat lines = Mat.FromPixelData(Height, Width, MatType.CV_8UC1, grey);

        Datasets.LineArt.LineWidths.Change(lines, pixels);

        Assert.Equal(expected, MeasureWidth(grey), 0.01);
    }

    [Fact]
    public void Change_HalfAPixel_WidensByOneInSum()
    {
        byte[] grey = Lines();
        using Mat lines = Mat.FromPixelData(Height, Width, MatType.CV_8UC1, grey);

        Datasets.LineArt.LineWidths.Change(lines, 0.5);

        Assert.Equal(4, MeasureWidth(grey), 0.05);
    }

    [Fact]
    public void Change_LineThinnerThanTheThinning_KeepsAFaintLine()
    {
        byte[] grey = [.. Enumerable.Repeat((byte)255, Width * Height)];
        for (int y = 0; y < Height; y++) grey[(y * Width) + 60] = 0;
        using Mat lines = Mat.FromPixelData(Height, Width, MatType.CV_8UC1, grey);

        Datasets.LineArt.LineWidths.Change(lines, -1);

        Assert.InRange(grey[(45 * Width) + 60], 40, 140);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-1.5)]
    [InlineData(-2)]
    [InlineData(-3)]
    public void Change_ThinLineThatEndsAtThickOnes_StaysOneLine(double pixels)
    {
        byte[] grey = [.. Enumerable.Repeat((byte)255, Width * Height)];
        for (int y = 20; y < 70; y++)
            foreach (int x in new[] { 20, 90 })
                grey.AsSpan((y * Width) + x, 12).Clear();
        for (int y = 44; y < 46; y++) grey.AsSpan((y * Width) + 20, 70).Clear();
        using Mat lines = Mat.FromPixelData(Height, Width, MatType.CV_8UC1, grey);

        Datasets.LineArt.LineWidths.Change(lines, pixels);

        // From the middle of one thick line to that of the other, no column is all paper; and the paper is still paper.
        Assert.All(Enumerable.Range(26, 70), x => Assert.True(Enumerable.Range(42, 6).Min(y => grey[(y * Width) + x]) < 128, $"gap at {x}"));
        Assert.Equal(255, grey[(55 * Width) + 60]);
        // The thick lines did become thinner.
        Assert.InRange(Enumerable.Range(0, Width).Count(x => x < 60 && grey[(32 * Width) + x] < 128), 12 + (2 * Math.Ceiling(pixels)) - 2.1, 12 + (2 * pixels) + 1.1);
    }

    [Fact]
    public void Apply_Darkness_LightensLinesAndKeepsPaper()
    {
        byte[] result = new LineArtRandomizer(Nothing with { Darkness = 1, LeastDarkness = 0.5 }).Apply(Lines(), Width, Height, 4);

        Assert.InRange(result[(45 * Width) + 60], 5, 128);
        Assert.Equal(255, result[0]);
    }

    [Fact]
    public void Apply_Gaps_OpensTheLine()
    {
        // 3 x 90 pixels of line; 500 gaps in 10,000 pixels are up to 13 of them.
        byte[] result = new LineArtRandomizer(Nothing with { Gaps = 1, MostGaps = 500 }).Apply(Lines(), Width, Height, 2);

        int open = Enumerable.Range(0, Height).Count(y => result[(y * Width) + 60] == 255);
        Assert.InRange(open, 1, 80);
    }

    [Fact]
    public void Apply_Paper_DarkensTheGround()
    {
        byte[][] results = [.. Enumerable.Range(0, 10).Select(seed =>
            new LineArtRandomizer(Nothing with { Paper = 1, DarkestPaper = 180 }).Apply(Lines(), Width, Height, (ulong)seed))];

        Assert.All(results, result => Assert.InRange(result[0], 180, 254));
        Assert.Contains(results, result => result[0] == result[Width - 1] && result[0] == result[^1]);
        Assert.Contains(results, result => Math.Abs(result[0] - result[^1]) > 5 || Math.Abs(result[Width - 1] - result[^Width]) > 5);
    }

    [Fact]
    public void Apply_Binarise_LeavesBlackAndWhite()
    {
        byte[] soft = Lines();
        using (Mat lines = Mat.FromPixelData(Height, Width, MatType.CV_8UC1, soft)) Cv2.GaussianBlur(lines, lines, new Size(), 1.5);

        byte[] result = new LineArtRandomizer(Nothing with { Binarise = 1 }).Apply(soft, Width, Height, 1);

        Assert.Contains(soft, grey => grey is > 0 and < 255);
        Assert.All(result, grey => Assert.True(grey is 0 or 255));
    }

    [Fact]
    public void Apply_Pencil_BreaksTheLineUpAndDustsThePaper()
    {
        byte[] result = new LineArtRandomizer(Nothing with { Pencil = 1 }).Apply(Lines(), Width, Height, 6);

        byte[] line = [.. Enumerable.Range(0, Height).Select(y => result[(y * Width) + 60])];
        Assert.True(line.Max() - line.Min() > 20);
        Assert.All(line, grey => Assert.True(grey < 200));
        Assert.True(result[0] > 240);
    }

    [Fact]
    public void Apply_Blur_SoftensEdges()
    {
        byte[] result = new LineArtRandomizer(Nothing with { Blur = 1 }).Apply(Lines(), Width, Height, 6);

        Assert.InRange(result[(45 * Width) + 58], 1, 254);
    }

    [Fact]
    public void Apply_WrongSize_Throws() =>
        Assert.Throws<ArgumentException>(() => new LineArtRandomizer().Apply(new byte[10], 3, 4, 0));

    // A vertical line of 3 pixels around x = 60.
    private static byte[] Lines()
    {
        byte[] grey = [.. Enumerable.Repeat((byte)255, Width * Height)];
        for (int y = 0; y < Height; y++)
            for (int x = 59; x <= 61; x++) grey[(y * Width) + x] = 0;
        return grey;
    }

    // Ink in the middle row: the width of the line in pixels.
    private static double MeasureWidth(byte[] grey) => grey.AsSpan(45 * Width, Width).ToArray().Sum(value => (255 - value) / 255.0);
}
