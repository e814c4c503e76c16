using System.Diagnostics;
using System.Globalization;
using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;
using PdnColorize.Protocol.Runtime;
using Xunit.Abstractions;

namespace PdnColorize.DaemonTests;

/// <summary>Daemons and callers as processes: they start together, are killed, and end by themselves. The times that are promised are printed; limits are for machines that are very busy.</summary>
public sealed class ProcessTests(ITestOutputHelper output) : IAsyncLifetime
{
    private DaemonInstallation _installation = null!;

    public Task InitializeAsync()
    {
        _installation = DaemonInstallation.Create();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await _installation.DisposeAsync();

    [Fact]
    public async Task Start_FiftyCallersAtOnce_OneDaemonServesAll()
    {
        DaemonClient[] clients = [.. Enumerable.Range(0, 50).Select(_ => _installation.CreateClient())];
        try
        {
            StatusResponse[] answers = await Task.WhenAll(clients.Select(async client =>
            {
                await client.ConnectAsync();
                return await client.GetStatusAsync();
            }));

            Assert.Single(answers.Select(answer => answer.ProcessId).Distinct());
            Assert.Equal(50, answers.Max(answer => answer.Connections));
            Assert.Equal(1, CountInLog("\"event\":\"Started\""));
        }
        finally
        {
            foreach (DaemonClient client in clients) client.Dispose();
        }
    }

    [Fact]
    public async Task Start_OneRunsAlready_EndsWithTheCodeForThatAndDisturbsNobody()
    {
        using DaemonClient client = _installation.CreateClient();
        int first = (await client.ConnectAsync()).ProcessId;

        using Process second = _installation.Start();
        await second.WaitForExitAsync().WaitAsync(RunningDaemon.Patience);

        Assert.Equal(ServeExitCode.AlreadyRunning, second.ExitCode);
        Assert.Equal(first, (await client.GetStatusAsync()).ProcessId);
    }

    [Fact]
    public async Task Kill_DaemonInTheMiddleOfAJob_TheNextOneDoesTheJob()
    {
        using DaemonClient client = _installation.CreateClient();
        int first = (await client.ConnectAsync()).ProcessId;
        Stopwatch sinceKill = new();
        TaskCompletionSource again = new();

        ColorizedPicture picture = await client.ColorizeAsync(Job(8, 8, "sleep-300"), new DirectProgress(value =>
        {
            if (value.Stage != ColorizeStage.Stage1) return;
            if (sinceKill.IsRunning) again.TrySetResult();
            else Kill(first, sinceKill);
        }));

        Assert.Equal(255, picture.Pixels.Span[0]);
        Assert.True(again.Task.IsCompleted);
        AssertRecovered("in the middle of a job", sinceKill.Elapsed - TimeSpan.FromMilliseconds(300));
        Assert.NotEqual(first, (await client.GetStatusAsync()).ProcessId);
        AssertOneSocket();
    }

    [Fact]
    public async Task Kill_DaemonWhilePixelsAreWritten_TheNextOneDoesTheJob()
    {
        using DaemonClient client = _installation.CreateClient();
        int first = (await client.ConnectAsync()).ProcessId;
        Stopwatch sinceKill = new();
        // 16 MiB, which take a moment to write.
        ColorizeJob job = Job(2048, 2048, "invert");

        ColorizedPicture picture = await client.ColorizeAsync(job, new DirectProgress(value =>
        {
            if (value.Stage == ColorizeStage.Write && !sinceKill.IsRunning) Kill(first, sinceKill);
        }));

        Assert.True(sinceKill.IsRunning);
        Assert.True(picture.Pixels.Span.IndexOfAnyExcept((byte)255) < 0);
        AssertRecovered("while pixels were written, 2048 x 2048 coloured once more", sinceKill.Elapsed);
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

    [Fact]
    public async Task Stop_JobRuns_IsFinishedAndTheProcessEnds()
    {
        using DaemonClient client = _installation.CreateClient();
        using DaemonClient other = _installation.CreateClient();
        int process = (await client.ConnectAsync()).ProcessId;
        Task<ColorizedPicture> job = client.ColorizeAsync(Job(8, 8, "sleep-500"));
        while ((await other.GetStatusAsync()).RunningJobs == 0) await Task.Delay(5);

        Assert.True(await other.ShutdownAsync());

        Assert.Equal(255, (await job).Pixels.Span[0]);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(process).Dispose());
        Assert.False(_installation.Address.PipeExists());
        Assert.False(File.Exists(_installation.Address.DaemonLock));
    }

    /// <summary>What 'stop', 'stop' again and then 'stop --now' do: all but the first meet a daemon that is ending and refuses hello.</summary>
    [Fact]
    public async Task Stop_AskedAgainToMakeHaste_CancelsTheJobAndTheProcessEnds()
    {
        using Caller caller = await StartAndCallAsync();
        using SharedPictures pictures = new();
        Task<ColorizeResponse> job = caller.ColorizeAsync(pictures.With("sleep-60000"));
        while ((await caller.StatusAsync()).RunningJobs == 0) await Task.Delay(5);
        for (int i = 0; i < 2; i++)
        {
            using DaemonClient impatient = _installation.CreateClient(shutdown: TimeSpan.FromMilliseconds(50));
            Assert.False(await impatient.ShutdownAsync());
        }

        using DaemonClient hasty = _installation.CreateClient();
        Assert.True(await hasty.ShutdownAsync(finishRunningJob: false));

        await Assert.ThrowsAnyAsync<Exception>(() => job);
    }

    [Fact]
    public async Task Idle_ForLongEnough_TheProcessEndsAndTheNextCallStartsAnother()
    {
        await using DaemonInstallation installation = DaemonInstallation.Create(idleMinutes: 0.01);
        using DaemonClient client = installation.CreateClient();
        await client.ConnectAsync();

        // By its log: by the time that anybody looks for the process, it may be gone.
        long began = Stopwatch.GetTimestamp();
        while (!installation.Log.Contains("\"event\":\"Stopped\"", StringComparison.Ordinal))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < RunningDaemon.Patience, "The daemon does not end.");
            await Task.Delay(20);
        }

        Assert.Contains("nothing to do", installation.Log, StringComparison.Ordinal);
        await client.ConnectAsync();
        Assert.Equal(2, installation.Log.Split("\"event\":\"Started\"").Length - 1);
    }

    private static ColorizeJob Job(int width, int height, string model) =>
        new() { Width = width, Height = height, LineArt = new byte[width * height * PictureBuffer.BytesPerPixel], Settings = new ColorizeSettings { Model = model } };

    private static void Kill(int process, Stopwatch sinceKill)
    {
        using Process daemon = Process.GetProcessById(process);
        sinceKill.Start();
        daemon.Kill();
    }

    private async Task<Caller> StartAndCallAsync()
    {
        using DaemonClient starter = _installation.CreateClient();
        await starter.ConnectAsync();
        return await _installation.CallAsync();
    }

    private int CountInLog(string text) => _installation.Log.Split(text).Length - 1;

    /// <summary>What the killed daemon left was taken over by the next, whatever it was.</summary>
    private void AssertOneSocket()
    {
        if (OperatingSystem.IsWindows()) return;
        string[] files = Directory.GetFiles(Path.GetDirectoryName(_installation.Address.PipeName)!, _installation.Address.Key + "*");
        Assert.Equal([_installation.Address.DaemonLock, _installation.Address.PipeName], files.Order(StringComparer.Ordinal));
    }

    private void AssertRecovered(string when, TimeSpan time)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"daemon killed {when}: recovered after {time.TotalMilliseconds:0} ms (promised: 3000)"));
        Assert.True(time < RunningDaemon.Patience);
    }

    private sealed class DirectProgress(Action<ColorizeProgress> report) : IProgress<ColorizeProgress>
    {
        public void Report(ColorizeProgress value) => report(value);
    }
}
