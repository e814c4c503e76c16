using System.Diagnostics;
using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.DaemonTests;

/// <summary>Daemons as processes: they start together and end when asked to or by themselves.</summary>
public sealed class ProcessTests : IAsyncLifetime
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
    public async Task Stop_JobRuns_IsFinishedAndTheProcessEnds()
    {
        using DaemonClient client = _installation.CreateClient();
        using DaemonClient other = _installation.CreateClient();
        int process = (await client.ConnectAsync()).ProcessId;
        TaskCompletionSource running = new();
        Task<ColorizedPicture> job = client.ColorizeAsync(Job(8, 8, "sleep-1000"), new DirectProgress(value =>
        {
            if (value.Stage == ColorizeStage.Stage1) running.TrySetResult();
        }));
        await running.Task.WaitAsync(RunningDaemon.Patience);

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
        while (Count("Stopped") is int ended && (ended == 0 || ended < Count("Started")))
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < RunningDaemon.Patience, "The daemon does not end.");
            await Task.Delay(20);
        }

        Assert.Contains("nothing to do", installation.Log, StringComparison.Ordinal);
        // On a busy machine, the first may have ended before it was greeted.
        int before = Count("Started");
        // So that this does not happen to the next.
        installation.SetIdleMinutes(5);
        // Not ConnectAsync: the connection to the one that ends may be alive for a moment still. A job is given to the next one then.
        ColorizedPicture picture = await client.ColorizeAsync(Job(8, 8, "invert"));
        Assert.Equal(255, picture.Pixels.Span[0]);
        Assert.Equal(before + 1, Count("Started"));

        int Count(string ofEvent) => installation.Log.Split($"\"event\":\"{ofEvent}\"").Length - 1;
    }

    private static ColorizeJob Job(int width, int height, string model) =>
        new() { Width = width, Height = height, LineArt = new byte[width * height * PictureBuffer.BytesPerPixel], Settings = new ColorizeSettings { Model = model } };

    private async Task<Caller> StartAndCallAsync()
    {
        using DaemonClient starter = _installation.CreateClient();
        await starter.ConnectAsync();
        return await _installation.CallAsync();
    }

    private int CountInLog(string text) => _installation.Log.Split(text).Length - 1;
}
