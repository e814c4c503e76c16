using System.Diagnostics;
using System.Text.RegularExpressions;
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
        (int exitCode, string output) = await Programs.RunAsync(onLinux, RunLimit);
        Assert.True(exitCode == 0, output);
        string[] onWindows = ["colorize", Wine.PathOf(drawing), "--hints", Wine.PathOf(hints), "-o"];

        await RunAsync([.. onWindows, Wine.PathOf(PathOf("direct.png")), "--no-daemon"]);
        try
        {
            await RunAsync([.. onWindows, Wine.PathOf(PathOf("daemon.png"))]);
            Assert.Matches(@"finished jobs\W+1\b|1 finished", await RunAsync("status"));
        }
        finally
        {
            await RunAsync("stop");
        }

        Assert.InRange(Difference("linux.png", "direct.png"), 0, Tolerance);
        Assert.Equal(0, Difference("direct.png", "daemon.png"));
    }

    [WineFact]
    public async Task Doctor_OnAWorkingMachine_FindsEveryPart()
    {
        string output = await RunAsync("doctor");

        Assert.Matches(@"pdncolorize\s.*Windows", output);
        foreach (string part in (string[])["libtorch", "Visual C\\+\\+ runtime", "model 'default'"]) Assert.Matches($@"(?m)^\s*ok\s+{part}", output);
        Assert.DoesNotContain("missing", output, StringComparison.Ordinal);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private async Task<string> RunAsync(params string[] arguments)
    {
        (int exitCode, string output) = await Programs.RunAsync(Wine.Program(programs.WinePrefix, programs.Pdncolorize, arguments), RunLimit);
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
