using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>Other guesses than the likeliest.</summary>
public sealed class GuessTests
{
    [Fact]
    public async Task Colorize_Guesses_AreWhatTheirSeedsGiveAlone()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());
        (await Pdncolorize.Run("colorize", drawing, "-o", folder["plain.png"])).AssertDone();
        (await Pdncolorize.Run("colorize", drawing, "-o", folder["third.png"], "--seed", "2")).AssertDone();

        CommandResult result = await Pdncolorize.Run("colorize", drawing, "-o", folder["out.png"], "--guesses", "3");

        result.AssertDone();
        Assert.Contains($"3 guesses: {folder["out-1.png"]} to {folder["out-3.png"]}", result.Output, StringComparison.Ordinal);
        folder.AssertHolds("out-1.png", "out-2.png", "out-3.png", "out-guesses.png", "plain.png", "rooms.png", "third.png");
        Assert.Equal(File.ReadAllBytes(folder["plain.png"]), File.ReadAllBytes(folder["out-1.png"]));
        Assert.Equal(File.ReadAllBytes(folder["third.png"]), File.ReadAllBytes(folder["out-3.png"]));
        ResultPicture.AssertIs(folder["out-guesses.png"], (2 * TestPictures.Width) + 8, (2 * TestPictures.Height) + 8);
    }

    [Fact]
    public async Task Colorize_GuessesOfAFolder_AreNumberedAfterEachDrawing()
    {
        using WorkFolder folder = new();
        string pages = folder.AddFolder("pages");
        folder.Add("pages/1.png", TestPictures.Rooms());
        folder.Add("pages/2.jpg", TestPictures.RoomsAsJpeg());

        CommandResult result = await Pdncolorize.Run("colorize", pages, "-o", folder.AddFolder("out"), "--guesses", "1", "--seed", "4");

        result.AssertDone();
        folder.AssertHolds("out/1-1.png", "out/1-guesses.png", "out/2-1.png", "out/2-guesses.png", "pages/1.png", "pages/2.jpg");
    }

    [Fact]
    public async Task Colorize_GuessesOfNoPicture_AreOneError()
    {
        using WorkFolder folder = new();

        CommandResult result = await Pdncolorize.Run("colorize", folder.Add("bad.png", "no picture"u8.ToArray()), "-o", folder["out.png"], "--guesses", "5");

        result.AssertFailed(3, "is not a picture");
        folder.AssertHolds("bad.png");
    }
}
