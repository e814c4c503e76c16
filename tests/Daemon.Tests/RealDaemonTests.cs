using System.Diagnostics;
using System.Text.Json;
using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.DaemonTests;

/// <summary>Processes: the program as it ships with its bundled model, and the test daemon where a process has to die.</summary>
public sealed class RealDaemonTests : IDisposable
{
    private const int NotRunning = 8;

    private readonly string _instance = Guid.NewGuid().ToString("N");
    private readonly DirectoryInfo _home = Directory.CreateTempSubdirectory("pdncolorize-home-");

    public void Dispose()
    {
        Run("stop", "--now").Dispose();
        _home.Delete(recursive: true);
    }

    [Fact]
    public void CommandLine_DrawingModelAndDaemonChange_AllIsAsWithoutDaemon()
    {
        string drawing = WriteDrawing();
        Succeed("colorize", drawing, "-o", At("local.png"), "--no-daemon");
        using (Process none = Run("status", "--json")) Assert.Equal(NotRunning, none.ExitCode);

        // The first call starts the daemon, the second finds it.
        Succeed("colorize", drawing, "-o", At("first.png"));
        Succeed("colorize", drawing, "-o", At("second.png"));
        Assert.Equal(File.ReadAllBytes(At("local.png")), File.ReadAllBytes(At("first.png")));
        Assert.Equal(File.ReadAllBytes(At("local.png")), File.ReadAllBytes(At("second.png")));
        JsonElement status = JsonDocument.Parse(Succeed("status", "--json")).RootElement;
        Assert.Equal(2, status.GetProperty("finishedJobs").GetInt32());
        Assert.Contains("default", Succeed("status"), StringComparison.Ordinal);

        // A model that changes is loaded anew.
        string model = InstallModel("mine");
        Succeed("colorize", drawing, "-o", At("mine.png"), "--model", "mine");
        File.AppendAllText(Path.Combine(model, "model.json"), "\n");
        Succeed("colorize", drawing, "-o", At("mine.png"), "--model", "mine");
        Assert.Contains("ModelReplaced", Log(), StringComparison.Ordinal);

        // What is killed comes back by itself and leaves nothing in the way.
        Process.GetProcessById(status.GetProperty("processId").GetInt32()).Kill();
        Succeed("colorize", drawing, "-o", At("third.png"));
        Assert.Equal(File.ReadAllBytes(At("local.png")), File.ReadAllBytes(At("third.png")));

        Succeed("stop");
        using Process gone = Run("status");
        Assert.Equal(NotRunning, gone.ExitCode);
        Assert.Contains("Stopped", Log(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_DaemonDiesOfAJob_IsToldAndTheNextJobWorks()
    {
        using DaemonClient client = new(new DaemonClientOptions
        {
            ClientName = "test",
            DaemonPath = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "DaemonWithTestEngine.exe" : "DaemonWithTestEngine"),
            Instance = _instance + "-test",
            Waits = new DaemonWaits { Connect = RunningDaemon.Patience, Start = RunningDaemon.Patience * 2, Hello = RunningDaemon.Patience },
            DaemonEnvironment = new Dictionary<string, string?> { ["PDNCOLORIZE_LOGFOLDER"] = _home.FullName },
        });
        ColorizeJob job = new() { Width = 8, Height = 8, LineArt = new byte[8 * 8 * 4] };

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ColorizeAsync(job with { Settings = new ColorizeSettings { Model = "crash" } }));

        Assert.Equal(DaemonErrorCode.ConnectionLost, error.Code);
        ColorizedPicture picture = await client.ColorizeAsync(job with { Settings = new ColorizeSettings { Model = "invert" } });
        Assert.Equal(255, picture.Pixels.Span[0]);
        Assert.True(await client.ShutdownAsync());
    }

    private string At(string name) => Path.Combine(_home.FullName, name);

    private string Log() => File.ReadAllText(Path.Combine(_home.FullName, "PdnColorize", "logs", "daemon.log"));

    private string WriteDrawing()
    {
        const int Side = 96;
        PdnColorize.Colorization.Pictures.Picture picture = new(Side, Side);
        Array.Fill(picture.Pixels, (byte)255);
        for (int i = 16; i < 80; i++)
            foreach ((int x, int y) in (ReadOnlySpan<(int, int)>)[(i, 16), (i, 17), (i, 79), (16, i), (17, i), (79, i), (i, 48)])
                picture.Pixels.AsSpan(((y * Side) + x) * 4, 3).Clear();
        PdnColorize.Colorization.Pictures.PictureFile.Write(At("drawing.png"), picture);
        return At("drawing.png");
    }

    private string InstallModel(string name)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_home.FullName, "PdnColorize", "models", name)).FullName;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "models", "default")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

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
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pdncolorize.exe" : "pdncolorize"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
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
