using System.Diagnostics;
using System.IO.Pipes;
using System.Runtime.Versioning;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Pixels;
using PdnColorize.Protocol.Runtime;
using PdnColorize.Tests.Platforms;

namespace PdnColorize.DaemonTests;

/// <summary>A program of another account, against the daemon and the pixels of this one.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StrangerTests : IDisposable
{
    private const UnixFileMode EverybodyEnters = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private const UnixFileMode EverybodyWrites =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly DirectoryInfo _session = Directory.CreateTempSubdirectory("pdncolorize-session-");

    public void Dispose() => _session.Delete(recursive: true);

    [RootFact]
    public async Task Stranger_SocketLocksAndPixels_MayTouchNone()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using IPixelMemory pixels = PixelMemory.Create(16);
        string pixelFile = FileOf(pixels);
        string[] files = [pixelFile, daemon.Address.DaemonLock];

        IReadOnlyList<string> outcome = await RunStrangerAsync(daemon.Address.PipeName, files);

        Assert.Equal(["socket: denied", "read: denied", "write: denied", "read: denied", "write: denied"], outcome);
        // By the file's own mode, too, not only by its folder's.
        Assert.All((string[])[daemon.Address.PipeName, .. files], file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file)));
    }

    [RootFact]
    public async Task Stranger_SomebodyOpenedFolderAndSocketToAll_IsCutOffWithoutAByte()
    {
        // In a folder of the test's own, since all daemons of the user refuse one that others may enter.
        File.SetUnixFileMode(_session.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        using LogFolder logs = new();
        using Process daemon = StartDaemon(logs);
        string socket = await WaitForSocketAsync();
        File.SetUnixFileMode(_session.FullName, EverybodyEnters);
        File.SetUnixFileMode(Path.GetDirectoryName(socket)!, EverybodyEnters);
        File.SetUnixFileMode(socket, EverybodyWrites);
        try
        {
            // More often than there are listeners: each must be there again.
            for (int i = 0; i < 5; i++) Assert.Equal(["socket: 0 bytes"], await RunStrangerAsync(socket));

            await using NamedPipeClientStream pipe = new(".", socket, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            await pipe.ConnectAsync((int)RunningDaemon.Patience.TotalMilliseconds);
            using Caller owner = new(pipe);
            await owner.HelloAsync();
            Assert.Equal(1, (await owner.StatusAsync()).Connections);
            Assert.Contains("AcceptFailed", logs.Text, StringComparison.Ordinal);
        }
        finally
        {
            daemon.Kill();
            await daemon.WaitForExitAsync();
        }
    }

    private static string FileOf(IPixelMemory pixels) =>
        new[] { $"/dev/shm/pdncolorize-{UserId()}", RuntimeFolder.Open() }.Select(folder => Path.Combine(folder, pixels.Name + ".pixels")).First(File.Exists);

    private static string UserId() => File.ReadLines("/proc/self/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[2];

    private static async Task<IReadOnlyList<string>> RunStrangerAsync(string socket, params string[] files)
    {
        ProcessStartInfo start = new(DaemonInstallation.DaemonPath, ["stranger", socket, .. files]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string[] lines = (await process.StandardOutput.ReadToEndAsync().WaitAsync(RunningDaemon.Patience)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal("begins", lines[0]);
        return lines[1..];
    }

    private Process StartDaemon(LogFolder logs)
    {
        ProcessStartInfo start = new(DaemonInstallation.DaemonPath, ["serve"]);
        start.Environment["XDG_RUNTIME_DIR"] = _session.FullName;
        start.Environment["PDNCOLORIZE_LOGFOLDER"] = logs.Path;
        return Process.Start(start)!;
    }

    private async Task<string> WaitForSocketAsync()
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            // The lock tells that the session's folder was used; the socket's mode is set when it listens.
            if (Directory.GetFiles(_session.FullName, "*.socket", SearchOption.AllDirectories) is [var socket]
                && File.GetUnixFileMode(socket) == (UnixFileMode.UserRead | UnixFileMode.UserWrite)) return socket;
            Assert.True(Stopwatch.GetElapsedTime(began) < RunningDaemon.Patience, "The daemon does not listen.");
            await Task.Delay(20);
        }
    }
}
