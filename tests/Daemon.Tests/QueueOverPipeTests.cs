using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.DaemonTests;

/// <summary>Jobs of several callers over the real pipe.</summary>
public sealed class QueueOverPipeTests : IAsyncLifetime, IDisposable
{
    private readonly SharedPictures _pictures = new();
    private RunningDaemon _daemon = null!;

    public async Task InitializeAsync() => _daemon = await RunningDaemon.StartAsync();

    public async Task DisposeAsync() => await _daemon.DisposeAsync();

    public void Dispose() => _pictures.Dispose();

    [Fact]
    public async Task Colorize_Once_WritesTheResult()
    {
        using Caller caller = await _daemon.CallAsync();

        ColorizeResponse response = await caller.ColorizeAsync(_pictures.Request);

        Assert.True(_pictures.IsInverted);
        Assert.Equal("invert", response.Model);
    }

    [Fact]
    public async Task Colorize_ThirtyCallersAtOnce_NineAreServedAndTwentyOneBusy()
    {
        using SemaphoreSlim gate = new(0);
        _daemon.Engine.OnJob = (_, token) => gate.Wait(token);
        List<Caller> callers = [];
        for (int i = 0; i < 30; i++) callers.Add(await _daemon.CallAsync());

        List<Task<ColorizeResponse>> answers = [.. callers.Select(caller => caller.ColorizeAsync(_pictures.Request))];
        List<Task<ColorizeResponse>> open = [.. answers];
        // All refusals come while nothing is finished.
        for (int refused = 0; refused < 21; refused++)
        {
            Task<ColorizeResponse> first = await Task.WhenAny(open);
            Assert.Equal(DaemonErrorCode.Busy, await Caller.RefusalAsync(first));
            open.Remove(first);
        }

        using (Caller observer = await _daemon.CallAsync())
        {
            StatusResponse status = await observer.StatusAsync();
            Assert.Equal((1, 8), (status.RunningJobs, status.WaitingJobs));
        }

        gate.Release(9);
        await Task.WhenAll(open);
        Assert.Equal(9, open.Count);
        foreach (Caller caller in callers) caller.Dispose();
    }

    [Fact]
    public async Task Colorize_CallerGone_ItsRunningAndWaitingJobsEnd()
    {
        TaskCompletionSource running = new();
        _daemon.Engine.OnJob = (_, _) => running.TrySetResult();
        using (Caller caller = await _daemon.CallAsync())
        {
            _ = caller.ColorizeAsync(_pictures.With("sleep-60000"));
            _ = caller.ColorizeAsync(_pictures.With("sleep-60000"));
            await running.Task.WaitAsync(RunningDaemon.Patience);
        }

        using Caller other = await _daemon.CallAsync();
        await other.ColorizeAsync(_pictures.Request);

        // The one that waited may have begun for an instant.
        Assert.InRange(_daemon.Engine.CancelledJobs, 1, 2);
    }

    [Fact]
    public async Task Colorize_Cancelled_EndsTheWork()
    {
        using CancellationTokenSource cancellation = new();
        _daemon.Engine.OnJob = (_, _) => cancellation.Cancel();
        using Caller caller = await _daemon.CallAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => caller.ColorizeAsync(_pictures.With("sleep-60000"), cancellationToken: cancellation.Token));

        Assert.True(_pictures.IsUntouched);
    }

    [Fact]
    public async Task Colorize_NewerRequestForTheDocument_ReplacesTheWaitingOne()
    {
        using SemaphoreSlim gate = new(0);
        _daemon.Engine.OnJob = (_, token) => gate.Wait(token);
        using Caller caller = await _daemon.CallAsync();
        Task<ColorizeResponse> running = caller.ColorizeAsync(_pictures.Request);
        while ((await caller.StatusAsync()).RunningJobs == 0) await Task.Yield();
        Task<ColorizeResponse> older = caller.ColorizeAsync(_pictures.With("invert", "page"));
        while ((await caller.StatusAsync()).WaitingJobs == 0) await Task.Yield();

        Task<ColorizeResponse> newer = caller.ColorizeAsync(_pictures.With("invert", "page"));

        Assert.Equal(DaemonErrorCode.Superseded, await Caller.RefusalAsync(older));
        gate.Release(2);
        await Task.WhenAll(running, newer);
    }

    [Fact]
    public async Task Colorize_Fails_TellsNothingOfTheMachineAndGoesOn()
    {
        using Caller caller = await _daemon.CallAsync();

        StreamJsonRpc.RemoteInvocationException error =
            await Assert.ThrowsAsync<StreamJsonRpc.RemoteInvocationException>(() => caller.ColorizeAsync(_pictures.With("fail")));

        Assert.Equal((int)DaemonErrorCode.InternalError, error.ErrorCode);
        Assert.DoesNotContain("secret", error.Message + error.ErrorData, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.Message + error.ErrorData, StringComparison.Ordinal);
        Assert.Equal(DaemonErrorCode.OutOfMemory, await Caller.RefusalAsync(caller.ColorizeAsync(_pictures.With("memory"))));
        await caller.ColorizeAsync(_pictures.Request);
        StatusResponse status = await caller.StatusAsync();
        Assert.Equal((1L, 2L), (status.FinishedJobs, status.FailedJobs));
        Assert.Equal((int)DaemonErrorCode.OutOfMemory, status.LastError?.Code);
    }

    [Fact]
    public async Task Colorize_Running_ProgressComesAtOnce()
    {
        using SemaphoreSlim gate = new(0);
        TaskCompletionSource<ColorizeProgress> first = new();
        _daemon.Engine.OnJob = (_, token) => gate.Wait(token);
        using Caller caller = await _daemon.CallAsync();
        Task<ColorizeResponse> job = caller.ColorizeAsync(_pictures.Request, new Reporter(value => first.TrySetResult(value)));

        ColorizeProgress progress = await first.Task.WaitAsync(RunningDaemon.Patience);

        Assert.InRange(progress.Fraction, 0, 0.5);
        Assert.False(job.IsCompleted);
        gate.Release();
        await job;
    }

    private sealed class Reporter(Action<ColorizeProgress> report) : IProgress<ColorizeProgress>
    {
        public void Report(ColorizeProgress value) => report(value);
    }
}
