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

    /// <summary>An older job that overtook a newer one would take its place.</summary>
    [Fact]
    public async Task Colorize_ADocumentManyTimesAtOnce_TheLastIsDone()
    {
        const int Last = 41;
        TaskCompletionSource running = new();
        using SemaphoreSlim gate = new(0);
        _daemon.Engine.OnJob = (_, token) =>
        {
            running.TrySetResult();
            gate.Wait(token);
        };
        await using RawCaller caller = await RawCaller.GreetAsync(await _daemon.OpenPipeAsync());
        using Caller other = await _daemon.CallAsync();
        using SharedPictures others = new();
        Task first = other.ColorizeAsync(others.Request);
        await running.Task.WaitAsync(RunningDaemon.Patience);

        await caller.SendAsync(Enumerable.Range(2, Last - 1).Select(id => _pictures.ToMessage(id, progress: "null", document: "drawing")));
        for (int id = 2; id < Last; id++) await caller.WaitForAsync($"\"id\":{id},\"error\"");
        gate.Release(2);
        await first;
        await caller.WaitForAsync($"\"id\":{Last},\"result\"");

        Assert.True(_pictures.IsInverted);
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
    public async Task Colorize_NoProgressWanted_WritesTheResult()
    {
        await using RawCaller caller = await RawCaller.GreetAsync(await _daemon.OpenPipeAsync());

        await caller.SendAsync(_pictures.ToMessage(id: 2, progress: "null"));

        await caller.WaitForAsync("\"id\":2,\"result\"");
        Assert.True(_pictures.IsInverted);
    }

    /// <summary>It can be cancelled by nobody, so that nothing but its caller's leaving ends it.</summary>
    [Fact]
    public async Task Colorize_WithoutAnIdAndItsCallerGone_Ends()
    {
        TaskCompletionSource running = new();
        _daemon.Engine.OnJob = (_, _) => running.TrySetResult();
        await using (RawCaller caller = await RawCaller.GreetAsync(await _daemon.OpenPipeAsync()))
        {
            await caller.SendAsync(_pictures.ToMessage(id: null, model: "sleep-60000"));
            await running.Task.WaitAsync(RunningDaemon.Patience);
        }

        using Caller other = await _daemon.CallAsync();
        await other.ColorizeAsync(_pictures.Request);

        Assert.Equal(1, _daemon.Engine.CancelledJobs);
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
        // Only the first is a mistake of the daemon's.
        Assert.Equal(2, _daemon.Log.Split("\"event\":\"Unexpected\"").Length);
        Assert.Contains("\"event\":\"Refused\"", _daemon.Log, StringComparison.Ordinal);
    }
}
