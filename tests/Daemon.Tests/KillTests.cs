using System.Diagnostics;
using System.Globalization;
using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;
using Xunit.Abstractions;

namespace PdnColorize.DaemonTests;

/// <summary>Daemons and callers that are killed: whoever is left goes on. The times are printed.</summary>
public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int RecoveryTries = 4;

    private DaemonInstallation _installation = null!;

    public Task InitializeAsync()
    {
        _installation = DaemonInstallation.Create();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Fact]
    public async Task Kill_DaemonInTheMiddleOfAJob_TheNextOneDoesTheJob()
    {
        using DaemonClient client = _installation.CreateClient();
        await AssertRecoversAsync("in the middle of a job", async () =>
        {
            int first = (await client.ConnectAsync()).ProcessId;
            Stopwatch sinceKill = new();
            TaskCompletionSource again = new();

            ColorizedPicture picture = await client.ColorizeAsync(Job(8, 8, "sleep-300"), new DirectProgress(value =>
            {
                if (value.Stage != ColorizeStage.Stage1) return;
                if (sinceKill.IsRunning) again.TrySetResult();
                else Kill(first, sinceKill);
            }));

            sinceKill.Stop();
            Assert.Equal(255, picture.Pixels.Span[0]);
            Assert.True(again.Task.IsCompleted);
            Assert.NotEqual(first, (await client.GetStatusAsync()).ProcessId);
            AssertOneSocket();
            return sinceKill.Elapsed - TimeSpan.FromMilliseconds(300);
        });
    }

    [Fact]
    public async Task Kill_DaemonWhilePixelsAreWritten_TheNextOneDoesTheJob()
    {
        using DaemonClient client = _installation.CreateClient();
        // 64 MiB, which take so long to write that the kill comes before the answer.
        ColorizeJob job = Job(4096, 4096, "sleep-200");
        await AssertRecoversAsync("while pixels were written, 4096 x 4096 coloured once more", async () =>
        {
            int first = (await client.ConnectAsync()).ProcessId;
            Stopwatch sinceKill = new();

            ColorizedPicture picture = await client.ColorizeAsync(job, new DirectProgress(value =>
            {
                if (value.Stage == ColorizeStage.Write && !sinceKill.IsRunning) Kill(first, sinceKill);
            }));

            sinceKill.Stop();
            Assert.True(picture.Pixels.Span.IndexOfAnyExcept((byte)255) < 0);
            // Where the answer was on its way already, no second one was needed, and nothing was tested.
            if (!await IsRunningAsync(client)) return null;
            Assert.NotEqual(first, (await client.GetStatusAsync()).ProcessId);
            return sinceKill.Elapsed - TimeSpan.FromMilliseconds(200);
        });
    }

    [Fact]
    public async Task Kill_DaemonDiesOfEachAttempt_IsToldAndTheNextJobWorks()
    {
        using DaemonClient client = _installation.CreateClient();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => client.ColorizeAsync(Job(8, 8, "crash")));

        Assert.Equal(DaemonErrorCode.ConnectionLost, error.Code);
        Assert.Equal(255, (await client.ColorizeAsync(Job(8, 8, "invert"))).Pixels.Span[0]);
        Assert.True(await client.ShutdownAsync());
    }

    [Fact]
    public async Task Kill_DaemonHoldsPixels_TheyGoWithTheirCreator()
    {
        using DaemonClient client = _installation.CreateClient();
        int process = (await client.ConnectAsync()).ProcessId;
        using Caller caller = await _installation.CallAsync();
        SharedPictures pictures = new();
        string[] names = [pictures.Request.LineArt.Name, pictures.Request.Result.Name];
        Task<ColorizeResponse> job = caller.ColorizeAsync(pictures.With("sleep-60000"));
        while ((await client.GetStatusAsync()).RunningJobs == 0) await Task.Delay(5);

        Kill(process, new Stopwatch());

        await Assert.ThrowsAnyAsync<Exception>(() => job);
        pictures.Dispose();
        foreach (string name in names) Assert.Throws<DaemonException>(() => PixelMemory.Open(name).Dispose());
    }

    [Fact]
    public async Task Kill_Caller_ItsJobIsCancelledAndTheDaemonLives()
    {
        using DaemonClient client = _installation.CreateClient();
        int daemon = (await client.ConnectAsync()).ProcessId;
        using Process caller = _installation.Start("call", "sleep-60000");
        while ((await client.GetStatusAsync()).RunningJobs == 0) await Task.Delay(5);

        caller.Kill();
        Stopwatch sinceKill = Stopwatch.StartNew();
        while ((await client.GetStatusAsync()).RunningJobs > 0)
        {
            Assert.True(sinceKill.Elapsed < RunningDaemon.Patience, "The job goes on without its caller.");
            await Task.Delay(5);
        }

        output.WriteLine($"caller killed: its job was cancelled after {sinceKill.ElapsedMilliseconds} ms (promised: 1000)");
        Assert.Equal(daemon, (await client.GetStatusAsync()).ProcessId);
        Assert.Equal(255, (await client.ColorizeAsync(Job(8, 8, "invert"))).Pixels.Span[0]);
    }

    private static ColorizeJob Job(int width, int height, string model) =>
        new() { Width = width, Height = height, LineArt = new byte[width * height * PictureBuffer.BytesPerPixel], Settings = new ColorizeSettings { Model = model } };

    private static void Kill(int process, Stopwatch sinceKill)
    {
        using Process daemon = Process.GetProcessById(process);
        sinceKill.Start();
        daemon.Kill();
    }

    private static async Task<bool> IsRunningAsync(DaemonClient client)
    {
        try
        {
            await client.GetStatusAsync();
            return true;
        }
        catch (DaemonException e) when (e.Code == DaemonErrorCode.DaemonNotRunning)
        {
            return false;
        }
    }

    /// <summary>What the killed daemon left was taken over by the next, whatever it was.</summary>
    private void AssertOneSocket()
    {
        if (OperatingSystem.IsWindows()) return;
        string[] files = Directory.GetFiles(Path.GetDirectoryName(_installation.Address.PipeName)!, _installation.Address.Key + "*");
        Assert.Equal([_installation.Address.DaemonLock, _installation.Address.PipeName], files.Order(StringComparer.Ordinal));
    }

    /// <summary>Kills a daemon in the middle of something and sees that the client gets there with the next one. How long that takes depends on how busy the machine is: it is told, not judged.</summary>
    /// <param name="when">When it is killed.</param>
    /// <param name="killAsync">Kills one and tells how long the client took; null where it came too late.</param>
    private async Task AssertRecoversAsync(string when, Func<Task<TimeSpan?>> killAsync)
    {
        for (int i = 0; i < RecoveryTries; i++)
        {
            if (await killAsync() is not { } time) continue;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"daemon killed {when}: recovered after {time.TotalMilliseconds:0} ms"));
            return;
        }

        Assert.Fail("Each kill came too late.");
    }
}
