using System.Text.Json;
using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>Several pictures at once.</summary>
public sealed class BatchTests
{
    private static readonly string[] Steps = ["decode", "prepare", "stage1", "lift", "compose", "encode"];

    [Fact]
    public async Task Colorize_Folder_ColorsEveryDrawingInIt()
    {
        using WorkFolder folder = new();
        string pages = folder.AddFolder("pages");
        folder.Add("pages/1.png", TestPictures.Rooms());
        folder.Add("pages/2.JPG", TestPictures.RoomsAsJpeg());
        folder.Add("pages/3.gif", TestPictures.Fixture("animated.gif"));
        folder.Add("pages/1.hints.png", TestPictures.Hint());
        folder.Add("pages/notes.txt", "buy ink"u8.ToArray());

        CommandResult result = await Pdncolorize.Run("colorize", pages, "-o", folder.AddFolder("out"));

        result.AssertDone();
        Assert.Equal(3, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        ResultPicture.AssertIs(folder["out/1.png"], TestPictures.Width, TestPictures.Height);
        ResultPicture.AssertIs(folder["out/2.png"], TestPictures.Width, TestPictures.Height);
        ResultPicture.AssertIs(folder["out/3.png"], 20, 24);
        folder.AssertHolds(
            "out/1.png", "out/2.png", "out/3.png", "pages/1.hints.png", "pages/1.png", "pages/2.JPG", "pages/3.gif", "pages/notes.txt");
    }

    [Fact]
    public async Task Colorize_BadOneAmongMany_IsReportedAndSkipped()
    {
        using WorkFolder folder = new();
        string[] drawings =
        [
            folder.Add("1.png", TestPictures.Rooms()),
            folder.Add("2.png", "no picture"u8.ToArray()),
            folder.Add("3.png", TestPictures.Rooms()),
        ];

        CommandResult result = await Pdncolorize.Run(["colorize", .. drawings, "-o", folder.AddFolder("out")]);

        Assert.Equal(6, result.ExitCode);
        Assert.Equal(2, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        string line = Assert.Single(result.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("2.png", line, StringComparison.Ordinal);
        Assert.Contains("is not a picture", line, StringComparison.Ordinal);
        folder.AssertHolds("1.png", "2.png", "3.png", "out/1.png", "out/3.png");
    }

    [Fact]
    public async Task Colorize_HintsFolderLackingOne_ColorsThatOneWithoutHints()
    {
        using WorkFolder folder = new();
        string pages = folder.AddFolder("pages");
        folder.Add("pages/1.png", TestPictures.Rooms());
        folder.Add("pages/2.png", TestPictures.Rooms());
        folder.Add("pages/3.jpg", TestPictures.RoomsAsJpeg());
        string hints = folder.AddFolder("hints");
        folder.Add("hints/1.png", TestPictures.Hint());
        folder.Add("hints/3.png", TestPictures.Hint());

        CommandResult result = await Pdncolorize.Run("colorize", pages, "--hints", hints, "-o", folder.AddFolder("out"), "--json");

        result.AssertDone();
        Assert.Equal([1, 0, 1], Objects(result.Output).Select(report => report.GetProperty("hintCount").GetInt32()));
    }

    [Fact]
    public async Task Colorize_HintsBesideTheDrawings_AreFound()
    {
        using WorkFolder folder = new();
        string pages = folder.AddFolder("pages");
        folder.Add("pages/1.png", TestPictures.Rooms());
        folder.Add("pages/1.hints.png", TestPictures.Hint());
        folder.Add("pages/2.png", TestPictures.Rooms());

        CommandResult result = await Pdncolorize.Run("colorize", pages, "--hints", pages, "-o", folder.AddFolder("out"), "--json");

        result.AssertDone();
        Assert.Equal([1, 0], Objects(result.Output).Select(report => report.GetProperty("hintCount").GetInt32()));
    }

    [Fact]
    public async Task Colorize_SeveralFilesIntoAFile_AsksForAFolder()
    {
        using WorkFolder folder = new();
        string[] drawings = [folder.Add("1.png", TestPictures.Rooms()), folder.Add("2.png", TestPictures.Rooms())];

        CommandResult result = await Pdncolorize.Run(["colorize", .. drawings, "-o", folder["out.png"]]);

        result.AssertFailed(2, "-o must be an existing folder", "out.png");
        folder.AssertHolds("1.png", "2.png");
    }

    [Fact]
    public async Task Colorize_SeveralFilesWithOneHintLayer_AsksForAFolder()
    {
        using WorkFolder folder = new();
        string[] drawings = [folder.Add("1.png", TestPictures.Rooms()), folder.Add("2.png", TestPictures.Rooms())];
        string hint = folder.Add("hint.png", TestPictures.Hint());

        CommandResult result = await Pdncolorize.Run(["colorize", .. drawings, "--hints", hint, "-o", folder.AddFolder("out")]);

        result.AssertFailed(2, "--hints must be an existing folder", "hint.png");
        folder.AssertHolds("1.png", "2.png", "hint.png");
    }

    [Fact]
    public async Task Colorize_TwoResultsOfOneName_AreRefused()
    {
        using WorkFolder folder = new();
        string[] drawings = [folder.Add("1.png", TestPictures.Rooms()), folder.Add("1.jpg", TestPictures.RoomsAsJpeg())];

        CommandResult result = await Pdncolorize.Run(["colorize", .. drawings, "-o", folder.AddFolder("out")]);

        result.AssertFailed(2, "would both be written to", "Rename one");
        folder.AssertHolds("1.jpg", "1.png");
    }

    [Fact]
    public async Task Colorize_FolderWithoutPictures_SaysSo()
    {
        using WorkFolder folder = new();
        string pages = folder.AddFolder("pages");
        folder.Add("pages/notes.txt", "buy ink"u8.ToArray());

        (await Pdncolorize.Run("colorize", pages, "-o", folder.AddFolder("out"))).AssertFailed(2, "There are no pictures", "pages");
    }

    [Fact]
    public async Task Colorize_Json_GivesOneObjectALineWithTheTimeOfEachStep()
    {
        using WorkFolder folder = new();
        string good = folder.Add("ねこ と 犬.png", TestPictures.Rooms());
        string bad = folder.Add("bad.png", []);
        string hints = folder.AddFolder("hints");
        folder.Add("hints/ねこ と 犬.png", TestPictures.Hint());
        string outputs = folder.AddFolder("out");

        CommandResult result = await Pdncolorize.Run("colorize", good, bad, "--hints", hints, "-o", outputs, "--json");

        Assert.Equal(6, result.ExitCode);
        Assert.Equal("", result.Error);
        Assert.Contains("ねこ と 犬.png", result.Output, StringComparison.Ordinal);
        JsonElement[] reports = Objects(result.Output);
        Assert.Equal(2, reports.Length);

        Assert.True(reports[0].GetProperty("ok").GetBoolean());
        Assert.Equal(good, reports[0].GetProperty("input").GetString());
        Assert.Equal(Path.Combine(outputs, "ねこ と 犬.png"), reports[0].GetProperty("output").GetString());
        Assert.Equal(TestPictures.Width, reports[0].GetProperty("width").GetInt32());
        Assert.Equal(TestPictures.Height, reports[0].GetProperty("height").GetInt32());
        Assert.Equal(1, reports[0].GetProperty("hintCount").GetInt32());
        JsonElement milliseconds = reports[0].GetProperty("milliseconds");
        double sum = Steps.Sum(step => milliseconds.GetProperty(step).GetDouble());
        double total = milliseconds.GetProperty("total").GetDouble();
        Assert.Equal(Steps.Length + 1, milliseconds.EnumerateObject().Count());
        Assert.True(milliseconds.GetProperty("stage1").GetDouble() > 0);
        // Each is rounded to a tenth; what happens between the steps takes next to nothing.
        Assert.InRange(sum, total / 2, total + 1);

        Assert.False(reports[1].GetProperty("ok").GetBoolean());
        Assert.Equal(bad, reports[1].GetProperty("input").GetString());
        Assert.False(reports[1].TryGetProperty("output", out _));
        JsonElement error = reports[1].GetProperty("error");
        Assert.Equal(3, error.GetProperty("exitCode").GetInt32());
        Assert.Equal("badInput", error.GetProperty("kind").GetString());
        Assert.Contains("is empty", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement[] Objects(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
