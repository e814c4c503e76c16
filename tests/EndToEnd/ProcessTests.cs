using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>What only a process of its own shows: exit codes that the shell sees, bytes on its outputs, signals.</summary>
public sealed partial class ProcessTests
{
    private const int Interrupt = 2;

    [Fact]
    public async Task Process_Colorize_WritesThePictureAndOneLine()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());
        string hint = folder.Add("hint.png", TestPictures.Hint());

        CommandResult result = await Pdncolorize.RunProcess("colorize", drawing, "--hints", hint, "-o", folder["out.png"]);

        result.AssertDone();
        Assert.Matches(@"^.*out\.png \(120 x 80, 1 hint, \d+ ms\)\r?\n$", result.Output);
        ResultPicture.AssertIs(folder["out.png"], TestPictures.Width, TestPictures.Height);
        folder.AssertHolds("hint.png", "out.png", "rooms.png");
    }

    [Fact]
    public async Task Process_BadInput_ExitsWith3()
    {
        using WorkFolder folder = new();

        CommandResult result = await Pdncolorize.RunProcess("colorize", folder["nothing.png"], "-o", folder["out.png"]);

        result.AssertFailed(3, "There is no file");
    }

    [Fact]
    public async Task Process_WrongUsage_ExitsWith2() =>
        (await Pdncolorize.RunProcess("colorize")).AssertFailed(2, "'--output' is required");

    // A terminal of another character set must not turn names into question marks: JSON is UTF-8 everywhere.
    [LinuxFact]
    public async Task Process_JsonInALatin1Terminal_IsUtf8AndNothingElse()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("ねこ.png", TestPictures.Rooms());
        using Process process = Pdncolorize.Start(
            ["colorize", drawing, "-o", folder["out.png"], "--json"], ("LC_ALL", "de_DE.ISO-8859-1"), ("LANG", "de_DE.ISO-8859-1"));

        CommandResult result = await Pdncolorize.Finish(process);

        result.AssertDone();
        Assert.StartsWith("{", result.Output, StringComparison.Ordinal); // no byte order mark either
        using JsonDocument report = JsonDocument.Parse(result.Output);
        Assert.Equal(drawing, report.RootElement.GetProperty("input").GetString());
    }

    [LinuxFact]
    public async Task Process_InterruptedDuringABatch_ExitsWith130AndLeavesWholePicturesAlone()
    {
        using WorkFolder folder = new();
        string pages = folder.AddFolder("pages");
        // Far more than can be coloured while the signal travels.
        const int Drawings = 300;
        for (int i = 0; i < Drawings; i++) folder.Add($"pages/{i:000}.png", TestPictures.Rooms());
        string outputs = folder.AddFolder("out");
        using Process process = Pdncolorize.Start(["colorize", pages, "-o", outputs]);
        Assert.Contains("000.png", await process.StandardOutput.ReadLineAsync(), StringComparison.Ordinal);

        Assert.Equal(0, Kill(process.Id, Interrupt));
        CommandResult result = await Pdncolorize.Finish(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Equal("Cancelled.", result.Error.Trim());
        string[] files = [.. Directory.EnumerateFiles(outputs)];
        Assert.InRange(files.Length, 1, Drawings - 1);
        Assert.All(files, file => Assert.Equal(".png", Path.GetExtension(file)));
        Assert.All(files, file => ResultPicture.AssertIs(file, TestPictures.Width, TestPictures.Height));
        // Each picture that was done was told of, and no other was.
        Assert.Equal(files.Length - 1, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    // 'script' gives the program a terminal of its own.
    [LinuxFact]
    public async Task Process_OnATerminal_ShowsProgressThenTheResult()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());
        ProcessStartInfo start = new("script") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        string program = Path.Combine(AppContext.BaseDirectory, "pdncolorize.dll");
        string command = $"dotnet '{program}' colorize --no-daemon '{drawing}' -o '{folder["out.png"]}'";
        foreach (string argument in (string[])["-qec", command, "/dev/null"]) start.ArgumentList.Add(argument);
        start.Environment["TERM"] = "xterm";
        using Process process = Process.Start(start)!;

        CommandResult result = await Pdncolorize.Finish(process);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("100%", result.Output, StringComparison.Ordinal);
        const string ShowCursor = "\u001b[?25h";
        int restored = result.Output.LastIndexOf(ShowCursor, StringComparison.Ordinal);
        Assert.InRange(restored, 0, result.Output.LastIndexOf("out.png (120 x 80, no hints, ", StringComparison.Ordinal));
        folder.AssertHolds("out.png", "rooms.png");
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int processId, int signal);
}
