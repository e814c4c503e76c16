using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>Where results go: refused before anything is coloured, and never over the drawing.</summary>
public sealed class OutputPathTests
{
    [Fact]
    public async Task Colorize_MissingOutputFolder_SaysToCreateIt()
    {
        using WorkFolder folder = new();
        await AssertRefused(folder, folder["rooms.png"], Path.Combine(folder["missing"], "out.png"), "There is no folder", "missing", "Create it");
    }

    [Fact]
    public async Task Colorize_MissingOutputFolderWithSlash_SaysToCreateIt()
    {
        using WorkFolder folder = new();
        await AssertRefused(folder, folder["rooms.png"], folder["missing"] + "/", "There is no folder", "missing", "Create it");
    }

    [Fact]
    public async Task Colorize_OutputBelowAFile_SaysThatThereIsNoFolder()
    {
        using WorkFolder folder = new();
        await AssertRefused(folder, folder["rooms.png"], Path.Combine(folder["rooms.png"], "out.png"), "There is no folder", "rooms.png");
    }

    // The permissions of a folder do not bind root, as whom tests may run; the kernel's own folders take files from nobody.
    [LinuxFact]
    public async Task Colorize_UnwritableOutputFolder_SaysSo()
    {
        using WorkFolder folder = new();
        await AssertRefused(folder, folder["rooms.png"], "/proc/out.png", "Nothing can be written", "'/proc'", "another one");
        await AssertRefused(folder, folder["rooms.png"], "/sys/out.png", "Nothing can be written", "'/sys'", "another one");
    }

    [Fact]
    public async Task Colorize_OutputOfUnknownFormat_SaysWhichThereAre()
    {
        using WorkFolder folder = new();
        await AssertRefused(folder, folder["rooms.png"], folder["out.gif"], "out.gif", ".png, .jpg");
    }

    [Fact]
    public async Task Colorize_OutputIsInput_LeavesTheDrawing()
    {
        using WorkFolder folder = new();
        await AssertRefused(folder, folder["rooms.png"], folder["rooms.png"], "is also an input", "another name");
    }

    [Fact]
    public async Task Colorize_OutputIsInputWrittenOtherwise_LeavesTheDrawing()
    {
        using WorkFolder folder = new();
        folder.AddFolder("sub");
        await AssertRefused(folder, folder["rooms.png"], Path.Combine(folder["sub"], "..", ".", "rooms.png"), "is also an input");
    }

    [Fact]
    public async Task Colorize_OutputIsFolderOfTheDrawing_LeavesTheDrawing()
    {
        using WorkFolder folder = new();
        await AssertRefused(folder, folder["rooms.png"], folder.FullPath, "is also an input");
    }

    [Fact]
    public async Task Colorize_OutputIsHintLayer_LeavesTheHints()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());
        string hint = folder.Add("hint.png", TestPictures.Hint());

        (await Pdncolorize.Run("colorize", drawing, "--hints", hint, "-o", hint)).AssertFailed(2, "hint.png", "is also an input");

        Assert.Equal(TestPictures.Hint(), File.ReadAllBytes(hint));
        folder.AssertHolds("hint.png", "rooms.png");
    }

    [LinuxFact]
    public async Task Colorize_OutputIsLinkToInput_LeavesTheDrawing()
    {
        using WorkFolder folder = new();
        File.CreateSymbolicLink(folder["one.png"], folder["two.png"]);
        File.CreateSymbolicLink(folder["two.png"], "rooms.png");
        await AssertRefused(folder, folder["rooms.png"], folder["one.png"], ["one.png", "two.png"], "is also an input");
    }

    [LinuxFact]
    public async Task Colorize_InputIsLinkToOutput_LeavesTheDrawing()
    {
        using WorkFolder folder = new();
        File.CreateSymbolicLink(folder["link.png"], folder["rooms.png"]);
        await AssertRefused(folder, folder["link.png"], folder["rooms.png"], ["link.png"], "is also an input");
    }

    [LinuxFact]
    public async Task Colorize_OutputThroughLinkedFolder_LeavesTheDrawing()
    {
        using WorkFolder folder = new();
        using WorkFolder links = new();
        Directory.CreateSymbolicLink(links["pages"], folder.FullPath);
        await AssertRefused(folder, folder["rooms.png"], Path.Combine(links["pages"], "rooms.png"), "is also an input");
    }

    [LinuxFact]
    public async Task Colorize_OutputLinkInACircle_Ends()
    {
        using WorkFolder folder = new();
        folder.Add("rooms.png", TestPictures.Rooms());
        File.CreateSymbolicLink(folder["a.png"], folder["b.png"]);
        File.CreateSymbolicLink(folder["b.png"], folder["a.png"]);

        (await Pdncolorize.Run("colorize", folder["rooms.png"], "-o", folder["a.png"])).AssertDone();

        ResultPicture.AssertIs(folder["a.png"], TestPictures.Width, TestPictures.Height);
    }

    [Fact]
    public async Task Colorize_ExistingOutput_IsReplaced()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());
        string output = folder.Add("out.png", [1, 2, 3]);

        (await Pdncolorize.Run("colorize", drawing, "-o", output)).AssertDone();

        ResultPicture.AssertIs(output, TestPictures.Width, TestPictures.Height);
        folder.AssertHolds("out.png", "rooms.png");
    }

    [Theory]
    [InlineData("my drawing (2).png")]
    [InlineData("ねこ と 犬.png")]
    [InlineData("Größe É.png")]
    [InlineData("@cat.png")]
    [InlineData("[bold]cat.png")]
    public async Task Colorize_UnusualFileNames_Work(string name)
    {
        using WorkFolder folder = new();
        string drawing = folder.Add(name, TestPictures.Rooms());
        string output = Path.Combine(folder.AddFolder("aus gabe"), name);

        CommandResult result = await Pdncolorize.Run("colorize", drawing, "-o", output);

        result.AssertDone();
        Assert.StartsWith($"{output} (120 x 80, no hints, ", result.Output, StringComparison.Ordinal);
        ResultPicture.AssertIs(output, TestPictures.Width, TestPictures.Height);
        folder.AssertHolds(name, Path.Combine("aus gabe", name));
    }

    [LinuxFact]
    public async Task Colorize_OutputNameAsLongAsTheSystemAllows_Works()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());
        string name = new string('n', 251) + ".png"; // 255 bytes

        (await Pdncolorize.Run("colorize", drawing, "-o", folder[name])).AssertDone();

        folder.AssertHolds(name, "rooms.png");
    }

    private static Task AssertRefused(WorkFolder folder, string input, string output, params string[] words) =>
        AssertRefused(folder, input, output, [], words);

    private static async Task AssertRefused(WorkFolder folder, string input, string output, string[] links, params string[] words)
    {
        byte[] original = TestPictures.Rooms();
        folder.Add("rooms.png", original);

        CommandResult result = await Pdncolorize.Run("colorize", input, "-o", output);

        result.AssertFailed(2, words);
        Assert.Equal(original, File.ReadAllBytes(folder["rooms.png"]));
        folder.AssertHolds(["rooms.png", .. links]);
    }
}
