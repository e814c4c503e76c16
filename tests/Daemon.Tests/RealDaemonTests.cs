using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.Colorization.Pictures;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using Xunit.Abstractions;

namespace PdnColorize.DaemonTests;

/// <summary>The program as it ships, with its bundled model.</summary>
public sealed class RealDaemonTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Side = 96;
    private const int NotRunning = 8;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pdncolorize.exe" : "pdncolorize");

    private readonly string _instance = Guid.NewGuid().ToString("N");
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("pdncolorize-home-");

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        try
        {
            using DaemonClient client = CreateClient();
            await client.ShutdownAsync(finishRunningJob: false);
        }
        catch (DaemonException)
        {
            // None runs any more.
        }

        _home.Delete(recursive: true);
    }

    [NetworksFact]
    public void CommandLine_DaemonStartsIsKilledAndStops_AllIsAsWithoutDaemon()
    {
        string drawing = WriteDrawing();
        Succeed("colorize", drawing, "-o", At("local.png"), "--no-daemon");
        byte[] expected = File.ReadAllBytes(At("local.png"));

        // The first call starts the daemon.
        Succeed("colorize", drawing, "-o", At("first.png"));
        Assert.Equal(expected, File.ReadAllBytes(At("first.png")));
        JsonElement status = JsonDocument.Parse(Succeed("status", "--json")).RootElement;
        Assert.Equal(1, status.GetProperty("finishedJobs").GetInt32());
        Assert.Contains("default", Succeed("status"), StringComparison.Ordinal);

        Succeed("colorize", drawing, "-o", At("guess.png"), "--guesses", "2");
        Assert.Equal(expected, File.ReadAllBytes(At("guess-1.png")));
        Succeed("colorize", drawing, "-o", At("another.png"), "--seed", "1", "--no-daemon");
        Assert.Equal(File.ReadAllBytes(At("another.png")), File.ReadAllBytes(At("guess-2.png")));

        // What is killed comes back by itself and leaves nothing in the way.
        using (Process daemon = Process.GetProcessById(status.GetProperty("processId").GetInt32())) daemon.Kill();
        Succeed("colorize", drawing, "-o", At("second.png"));
        Assert.Equal(expected, File.ReadAllBytes(At("second.png")));

        Succeed("stop");
        using Process gone = Run("status");
        Assert.Equal(NotRunning, gone.ExitCode);
        Assert.Contains("Stopped", Log(), StringComparison.Ordinal);
    }

    [NetworksFact]
    public async Task Client_ModelsChangeAndJobsAreCancelled_AllIsAsWithoutDaemon()
    {
        string drawing = WriteDrawing();
        string hints = WriteHints();
        string model = InstallModel("mine", residual: true);
        using DaemonClient client = CreateClient();
        ColorizeJob job = new()
        {
            Width = Side,
            Height = Side,
            LineArt = PictureFile.Read(drawing, PictureLimits.CommandLine).Pixels,
            Hints = PictureFile.Read(hints, PictureLimits.CommandLine).Pixels,
            Settings = new ColorizeSettings { Model = "mine", Result = ResultKind.Colors },
        };

        // A network that corrects the hints' own colours; without hints first, so that what does not depend on them is remembered.
        await client.ColorizeAsync(job with { Hints = default });
        foreach (HintReach reach in (HintReach[])[HintReach.Free, HintReach.Regions])
        {
            string local = At($"{reach}.png");
            Succeed("colorize", drawing, "--hints", hints, "--model", model, "--result", "colors", "--reach", reach.ToString().ToLowerInvariant(), "-o", local);
            ColorizedPicture picture = await client.ColorizeAsync(job with { Settings = job.Settings with { Reach = reach } });
            Assert.Equal(PictureFile.Read(local, PictureLimits.CommandLine).Pixels, picture.Pixels.ToArray());
        }

        // A model that changes is loaded anew.
        File.AppendAllText(Path.Combine(model, "model.json"), "\n");
        await client.ColorizeAsync(job);
        Assert.Contains("ModelReplaced", Log(), StringComparison.Ordinal);

        await CancelInsideAStageAsync(client);
        Assert.True(await client.ShutdownAsync());
    }

    private async Task CancelInsideAStageAsync(DaemonClient client)
    {
        const int LargeSide = 1024;
        byte[] pixels = new byte[LargeSide * LargeSide * 4];
        Array.Fill(pixels, (byte)255);
        for (int i = 0; i < LargeSide; i++) pixels.AsSpan(((LargeSide / 2 * LargeSide) + i) * 4, 3).Clear();
        using CancellationTokenSource cancellation = new();
        Stopwatch sinceCancelled = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ColorizeAsync(
            new ColorizeJob { Width = LargeSide, Height = LargeSide, LineArt = pixels },
            new DirectProgress(value =>
            {
                if (value.Stage != ColorizeStage.Stage1 || sinceCancelled.IsRunning) return;
                sinceCancelled.Start();
                cancellation.Cancel();
            }),
            cancellation.Token));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"cancelled inside a network: {sinceCancelled.ElapsedMilliseconds} ms (promised: 250)"));
        Assert.True(sinceCancelled.Elapsed < TimeSpan.FromMilliseconds(20 * 250));
        Assert.Equal(0, (await client.GetStatusAsync()).RunningJobs);
    }

    private string At(string name) => Path.Combine(_home.FullName, name);

    private string Log() => File.ReadAllText(Path.Combine(_home.FullName, "PdnColorize", "logs", "daemon.log"));

    private string WriteDrawing()
    {
        Picture picture = new(Side, Side);
        Array.Fill(picture.Pixels, (byte)255);
        for (int i = 16; i < 80; i++)
            foreach ((int x, int y) in (ReadOnlySpan<(int, int)>)[(i, 16), (i, 17), (i, 79), (16, i), (17, i), (79, i), (i, 48)])
                picture.Pixels.AsSpan(((y * Side) + x) * 4, 3).Clear();
        PictureFile.Write(At("drawing.png"), picture);
        return At("drawing.png");
    }

    private string WriteHints()
    {
        Picture picture = new(Side, Side);
        for (int y = 28; y < 34; y++)
            for (int x = 28; x < 34; x++) ((ReadOnlySpan<byte>)[40, 90, 220, 255]).CopyTo(picture.Pixels.AsSpan(((y * Side) + x) * 4));
        PictureFile.Write(At("hints.png"), picture);
        return At("hints.png");
    }

    private string InstallModel(string name, bool residual)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_home.FullName, "PdnColorize", "models", name)).FullName;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "models", "default")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        string manifest = Path.Combine(folder, "model.json");
        JsonNode root = JsonNode.Parse(File.ReadAllText(manifest))!;
        foreach (JsonNode? stage in root["stages"]!.AsArray()) stage!["residual"] = residual;
        File.WriteAllText(manifest, root.ToJsonString());
        return folder;
    }

    private DaemonClient CreateClient() => new(new DaemonClientOptions
    {
        ClientName = "test",
        DaemonPath = Program,
        Instance = _instance,
        Waits = DaemonInstallation.PatientWaits with { Cancel = RunningDaemon.Patience },
        DaemonEnvironment = new Dictionary<string, string?> { ["XDG_DATA_HOME"] = _home.FullName },
    });

    private string Succeed(params string[] arguments)
    {
        using Process process = Run(arguments);
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments)} gave {process.ExitCode}: {process.StandardError.ReadToEnd()}");
        string notes = process.StandardError.ReadToEnd();
        Assert.True(notes.Length == 0, notes);
        return process.StandardOutput.ReadToEnd();
    }

    private Process Run(params string[] arguments)
    {
        ProcessStartInfo start = new(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PDNCOLORIZE_INSTANCE"] = _instance;
        // A busy machine must not make the command line go on without the daemon, which is what is tested here.
        start.Environment["PDNCOLORIZE_PATIENCE"] = "10";
        // Where .NET looks for the user's folder of local data: models and logs of the test's own.
        start.Environment["XDG_DATA_HOME"] = _home.FullName;
        Process process = Process.Start(start)!;
        if (!process.WaitForExit(TimeSpan.FromMinutes(2))) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        return process;
    }
}
