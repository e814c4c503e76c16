using System.Diagnostics;
using PdnColorize.Client;
using PdnColorize.EndToEnd.Support;
using PdnColorize.PaintDotNetHost.Pictures;
using PdnColorize.Protocol.Errors;
using Xunit.Abstractions;

namespace PdnColorize.EndToEnd;

/// <summary>The Paint.NET effect as it ships, on a drawing in layers, with the daemon and its model as they ship: what tests/run-effect.sh runs.</summary>
public sealed class EffectTests(ITestOutputHelper output) : IDisposable
{
    /// <summary>Steps in which a dot's own place may differ from its colour, on average over the channels.</summary>
    private const double NearlyTheSame = 10;

    /// <summary>Steps by which places far away from a dot may change with it, on average.</summary>
    private const double HardlyAnything = 3;

    /// <summary>Where the drawing has a butterfly, small and alone.</summary>
    private const int ButterflyX = 229, ButterflyY = 199;

    private static readonly string Daemon = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pdncolorize.exe" : "pdncolorize");

    private readonly WorkFolder _folder = new();
    private readonly WorkFolder _logs = new();
    private readonly string _instance = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task RunEffect_OneDotHasAnotherColour_ChangesItsPlaceAndHardlyAnythingFarAway()
    {
        HintedDrawing drawing = HintedDrawing.Read(Path.Combine(AppContext.BaseDirectory, "fixtures", "drawing.ora"), ButterflyX, ButterflyY);
        Picture first = await ColorAsync(drawing);
        (byte Blue, byte Green, byte Red) former = drawing.ColorOfDot;
        Assert.InRange(drawing.DifferenceAtDot(first, former), 0, NearlyTheSame);

        // From one end of each channel to the other.
        (byte Blue, byte Green, byte Red) latter = (Opposite(former.Blue), Opposite(former.Green), Opposite(former.Red));
        drawing.Repaint(latter);
        Picture second = await ColorAsync(drawing);

        double atDot = drawing.DifferenceAtDot(second, latter), farAway = drawing.DifferenceFarFromDot(first, second);
        output.WriteLine($"{former} to {latter}: {atDot:0.0} at the dot, {farAway:0.00} far away");
        Assert.InRange(atDot, 0, NearlyTheSame);
        Assert.InRange(farAway, 0, HardlyAnything);

        static byte Opposite(byte channel) => (byte)(channel < 128 ? 230 : 25);
    }

    [Fact]
    public async Task RunEffect_WrongHintLayer_RefusesWithTheSentence()
    {
        CommandResult result = await RunAsync(Path.Combine(AppContext.BaseDirectory, "fixtures", "drawing.ora"), "-o", _folder["result.png"], "--set", "Hints=layer:paper");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("“paper” covers the whole picture", result.Error, StringComparison.Ordinal);
        _folder.AssertHolds();
    }

    [Theory]
    [InlineData("no drawing there", "nowhere.ora", "-o", "result.png")]
    [InlineData("no result", "drawing.ora")]
    [InlineData("no such setting", "drawing.ora", "-o", "result.png", "--set", "Moon=full")]
    public async Task RunEffect_WrongUse_ExitsWith2(string what, params string[] arguments)
    {
        string drawing = Path.Combine(AppContext.BaseDirectory, "fixtures", "drawing.ora");

        CommandResult result = await RunAsync([.. arguments.Select(argument => argument == "drawing.ora" ? drawing : argument == "result.png" ? _folder["result.png"] : argument)]);

        Assert.True(result.ExitCode == 2, $"{what}: {result.ExitCode}, {result.Error}");
        Assert.NotEqual("", result.Error);
    }

    public void Dispose()
    {
        try
        {
            using DaemonClient client = new(new DaemonClientOptions { ClientName = "test", DaemonPath = Daemon, Instance = _instance });
            client.ShutdownAsync(finishRunningJob: false).GetAwaiter().GetResult();
        }
        catch (DaemonException)
        {
            // It was not needed.
        }

        _folder.Dispose();
        _logs.Dispose();
    }

    private async Task<Picture> ColorAsync(HintedDrawing drawing)
    {
        string path = _folder["drawing.ora"], colored = _folder["colored.png"];
        drawing.Write(path);
        CommandResult result = await RunAsync(path, "-o", colored, "--layer-only");
        Assert.True(result.ExitCode == 0, result.Error);
        using FileStream file = File.OpenRead(colored);
        return PngReader.Read(file);
    }

    private async Task<CommandResult> RunAsync(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            Environment =
            {
                ["PDNCOLORIZE_DAEMON"] = Daemon,
                ["PDNCOLORIZE_INSTANCE"] = _instance,
                ["PDNCOLORIZE_LOGFOLDER"] = _logs.FullPath,
                ["PDNCOLORIZE_LANGUAGE"] = "en",
                ["PDNCOLORIZE_PATIENCE"] = "5",
            },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "PaintDotNetHost.dll"));
        start.ArgumentList.Add("--plugin");
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "AutoColorize"));
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start)!;
        return await Pdncolorize.Finish(process);
    }
}
