using System.Diagnostics;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Windows.Tests;

/// <summary>The program as it is installed on Windows, with its networks and the bundled model, beside the one for Linux.</summary>
[Collection(nameof(WindowsPrograms))]
public sealed class EngineTests(WindowsPrograms programs) : IDisposable
{
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(5);

    /// <summary>Of 255, the largest at any pixel: libtorch adds up in another order on Windows.</summary>
    private const int Tolerance = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engine");

    public void Dispose() => _folder.Delete(recursive: true);

    [WineFact]
    public async Task Colorize_WithAndWithoutDaemon_EqualsLinux()
    {
        string drawing = WindowsPrograms.InRepository("daemon", "samples", "monkey.png");
        string hints = WindowsPrograms.InRepository("daemon", "samples", "monkey.hints.png");
        ProcessStartInfo onLinux = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "pdncolorize.dll"), "colorize", drawing, "--hints", hints, "-o", PathOf("linux.png"), "--no-daemon"]);
        // Wine 8 does not tell of AVX-512, so that the networks run in float32 there; here they shall as well.
        onLinux.Environment["DOTNET_EnableAVX512"] = "0";
        (int exitCode, string output) = await RunAsync(onLinux);
        Assert.True(exitCode == 0, output);
        string[] onWindows = ["colorize", Wine.PathOf(drawing), "--hints", Wine.PathOf(hints), "-o"];

        await SucceedAsync([.. onWindows, Wine.PathOf(PathOf("direct.png")), "--no-daemon"]);
        try
        {
            await SucceedAsync([.. onWindows, Wine.PathOf(PathOf("daemon.png"))]);
            Assert.Contains("\"finishedJobs\":1,", await SucceedAsync("status", "--json"), StringComparison.Ordinal);
        }
        finally
        {
            await SucceedAsync("stop");
        }

        Assert.InRange(Difference("linux.png", "direct.png"), 0, Tolerance);
        Assert.Equal(0, Difference("direct.png", "daemon.png"));
    }

    [WineFact]
    public async Task Doctor_OnAWorkingMachine_FindsEveryPart()
    {
        string output = await SucceedAsync("doctor");

        Assert.Matches(@"pdncolorize\s.*Windows", output);
        foreach (string part in (string[])["libtorch", "Visual C\\+\\+ runtime", "model 'default'"]) Assert.Matches($@"(?m)^\s*ok\s+{part}", output);
        Assert.DoesNotContain("missing", output, StringComparison.Ordinal);
    }

    [WineFact]
    public async Task VisualCRuntime_Missing_IsSaidWithTheRemedy()
    {
        (int exitCode, string output) = await RunAsync(WithoutVisualC("doctor"));
        Assert.Equal(1, exitCode);
        Assert.Matches(@"(?m)^\s*missing\s+Visual C\+\+ runtime\s+msvcp140.dll not found", output);
        Assert.Contains("Visual C++ runtime: Install Microsoft's Visual C++ Redistributable", output, StringComparison.Ordinal);

        (exitCode, output) = await RunAsync(WithoutVisualC(
            "colorize", Wine.PathOf(WindowsPrograms.InRepository("daemon", "samples", "monkey.png")), "-o", Wine.PathOf(PathOf("none.png")), "--no-daemon"));
        Assert.Equal(1, exitCode);
        Assert.Contains("A library is missing: 'torch_cpu' of libtorch cannot be loaded", output, StringComparison.Ordinal);
        Assert.Contains("pdncolorize doctor", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publish_LinksOnlyWhatNothingWritesInto()
    {
        ProcessStartInfo find = new("find", [Path.GetDirectoryName(programs.Pdncolorize)!, "-type", "f", "-links", "+1"]);
        string[] linked = [.. (await RunAsync(find)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(path => Path.GetFileName(path)!)];

        Assert.Contains("torch_cpu.dll", linked);
        // A later build writes into these in place.
        Assert.DoesNotContain(linked, name => name.StartsWith("pdncolorize", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json", StringComparison.Ordinal));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private ProcessStartInfo Program(params string[] arguments) => Wine.Program(programs.WinePrefix, programs.Pdncolorize, arguments);

    /// <summary>As on a Windows where nobody has installed that yet: Wine's own is switched off.</summary>
    private ProcessStartInfo WithoutVisualC(params string[] arguments)
    {
        ProcessStartInfo start = Program(arguments);
        start.Environment["WINEDLLOVERRIDES"] = "msvcp140=";
        return start;
    }

    private static Task<(int ExitCode, string Output)> RunAsync(ProcessStartInfo start) => Programs.RunAsync(start, RunLimit);

    private async Task<string> SucceedAsync(params string[] arguments)
    {
        (int exitCode, string output) = await RunAsync(Program(arguments));
        Assert.True(exitCode == 0, output);
        return output;
    }

    /// <summary>The largest of any channel and pixel.</summary>
    private int Difference(string one, string other)
    {
        Picture first = PictureFile.Read(PathOf(one), new PictureLimits());
        Picture second = PictureFile.Read(PathOf(other), new PictureLimits());
        Assert.Equal((first.Width, first.Height), (second.Width, second.Height));
        return first.Pixels.Zip(second.Pixels, (a, b) => Math.Abs(a - b)).Max();
    }
}
