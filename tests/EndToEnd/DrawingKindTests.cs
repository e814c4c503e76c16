using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>Unusual drawings that work: the result has the drawing's size.</summary>
public sealed class DrawingKindTests
{
    [Theory]
    [InlineData("deep.png", 20, 24)]
    [InlineData("palette.png", 20, 24)]
    [InlineData("gray-alpha.png", 20, 24)]
    [InlineData("alpha.png", 20, 24)]
    [InlineData("interlaced.png", 20, 24)]
    [InlineData("cmyk.jpg", 20, 24)]
    [InlineData("rotated.jpg", 24, 20)] // stored as 20 x 24 with a note to turn it by a quarter
    [InlineData("animated.gif", 20, 24)]
    [InlineData("animated.webp", 20, 24)]
    [InlineData("transparent.gif", 20, 24)]
    public Task Colorize_UnusualKind_KeepsTheSize(string name, int width, int height) =>
        AssertColored(name, TestPictures.Fixture(name), width, height);

    [Fact]
    public Task Colorize_OneBitPerPixel_KeepsTheSize() => AssertColored("scan.png", TestPictures.Bilevel(), 40, 24);

    [Fact]
    public Task Colorize_OneBy5000_KeepsTheSize() => AssertColored("thread.png", TestPictures.Thread(5000), 1, 5000);

    [Fact]
    public async Task Colorize_AnimatedGif_UsesTheFirstFrame()
    {
        using WorkFolder folder = new();
        folder.Add("animated.gif", TestPictures.Fixture("animated.gif"));
        folder.Add("first.png", TestPictures.FirstFrame());
        folder.Add("second.png", TestPictures.SecondFrame());

        foreach (string name in (string[])["animated.gif", "first.png", "second.png"])
            (await Pdncolorize.Run("colorize", folder[name], "-o", folder[$"{name}.out.bmp"])).AssertDone();

        byte[] result = File.ReadAllBytes(folder["animated.gif.out.bmp"]);
        Assert.Equal(File.ReadAllBytes(folder["first.png.out.bmp"]), result);
        Assert.NotEqual(File.ReadAllBytes(folder["second.png.out.bmp"]), result);
    }

    [Theory]
    [InlineData("out.png")]
    [InlineData("out.jpg")]
    [InlineData("out.jpeg")]
    [InlineData("out.webp")]
    [InlineData("out.bmp")]
    [InlineData("out.tif")]
    [InlineData("out.TIFF")]
    public async Task Colorize_OutputOfAnyFormat_CanBeRead(string output)
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());

        (await Pdncolorize.Run("colorize", drawing, "-o", folder[output])).AssertDone();

        ResultPicture.AssertIs(folder[output], TestPictures.Width, TestPictures.Height);
        folder.AssertHolds("rooms.png", output);
    }

    private static async Task AssertColored(string name, byte[] file, int width, int height)
    {
        using WorkFolder folder = new();
        string drawing = folder.Add(name, file);

        CommandResult result = await Pdncolorize.Run("colorize", drawing, "-o", folder["out.png"]);

        result.AssertDone();
        ResultPicture.AssertIs(folder["out.png"], width, height);
        folder.AssertHolds(name, "out.png");
    }
}
