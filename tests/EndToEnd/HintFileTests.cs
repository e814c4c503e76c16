using OpenCvSharp;
using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>Hint layers: the right one colours, the wrong one is refused with a reason.</summary>
public sealed class HintFileTests
{
    [Theory]
    [InlineData("composite", "free")]
    [InlineData("colors", "regions")]
    [InlineData("flats", "free")]
    public async Task Colorize_RedHint_IsRedInTheResult(string kind, string reach)
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());
        string hint = folder.Add("hint.png", TestPictures.Hint());

        CommandResult result = await Pdncolorize.Run(
            "colorize", drawing, "--hints", hint, "-o", folder["out.png"], "--result", kind, "--reach", reach);

        result.AssertDone();
        Assert.Contains("1 hint,", result.Output, StringComparison.Ordinal);
        Vec3b color = ResultPicture.PixelOf(folder["out.png"], TestPictures.Width / 4, TestPictures.Height / 2);
        Assert.Equal(new Vec3b(0, 0, 255), color);
    }

    [Fact]
    public async Task Colorize_HintLayerOfAnotherSize_SaysBothSizes() =>
        await AssertRefused(TestPictures.Hint(100, 60), "100 x 60", "120 x 80", "same size");

    [Fact]
    public async Task Colorize_HintLayerWithoutAlpha_SaysHowToSaveIt() =>
        await AssertRefused(TestPictures.OpaqueHint(), "no transparent pixel", "save it with its transparency");

    [Fact]
    public async Task Colorize_HintLayerThatIsText_NamesTheHintLayer() =>
        await AssertRefused("red"u8.ToArray(), "hint.png", "is not a picture");

    [Fact]
    public async Task Colorize_MissingHintLayer_NamesIt()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());

        CommandResult result = await Pdncolorize.Run("colorize", drawing, "--hints", folder["hint.png"], "-o", folder["out.png"]);

        result.AssertFailed(3, "There is no file", "hint.png");
        folder.AssertHolds("rooms.png");
    }

    private static async Task AssertRefused(byte[] hint, params string[] words)
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());
        string layer = folder.Add("hint.png", hint);

        CommandResult result = await Pdncolorize.Run("colorize", drawing, "--hints", layer, "-o", folder["out.png"]);

        result.AssertFailed(3, words);
        folder.AssertHolds("hint.png", "rooms.png");
    }
}
