using PdnColorize.Client.Jobs;
using PdnColorize.Effect.Coloring;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Effect.Tests.Coloring;

/// <summary>The work is a task that the test ends when it likes.</summary>
public sealed class ColoringRunsTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly List<(ColorizeJob Job, TaskCompletionSource<ReadOnlyMemory<byte>> End, CancellationToken Cancelled)> _begun = [];
    private readonly SemaphoreSlim _begins = new(0);
    private readonly ColoringRuns _runs;

    public ColoringRunsTests() => _runs = new ColoringRuns(Begin, new ResultCache(1000));

    [Fact]
    public async Task Colorize_SameKeyAgain_IsNotColouredAgain()
    {
        Task<byte[]> first = Ask("a");
        (await NextAsync()).SetResult(new byte[] { 7 });
        await first.WaitAsync(Limit);

        Assert.Equal([7], await Ask("a").WaitAsync(Limit));
        Assert.Single(_begun);
    }

    [Fact]
    public async Task Colorize_SameKeyWhileItRuns_WaitsForTheSameRun()
    {
        Task<byte[]> first = Ask("a"), second = Ask("a");
        TaskCompletionSource<ReadOnlyMemory<byte>> end = await NextAsync();

        end.SetResult(new byte[] { 7 });

        Assert.Equal([7], await first.WaitAsync(Limit));
        Assert.Equal([7], await second.WaitAsync(Limit));
        Assert.Single(_begun);
    }

    [Fact]
    public async Task Colorize_TwoKeys_RunOneAfterTheOther()
    {
        Task<byte[]> first = Ask("a");
        TaskCompletionSource<ReadOnlyMemory<byte>> firstEnd = await NextAsync();
        Task<byte[]> second = Ask("b");
        Assert.False(await _begins.WaitAsync(200));

        firstEnd.SetResult(new byte[] { 1 });
        (await NextAsync()).SetResult(new byte[] { 2 });

        Assert.Equal([1], await first.WaitAsync(Limit));
        Assert.Equal([2], await second.WaitAsync(Limit));
    }

    [Fact]
    public async Task Colorize_Cancelled_ReturnsAtOnceAndThenEndsTheRun()
    {
        using CancellationTokenSource cancel = new();
        Task<byte[]> asked = Ask("a", cancel.Token);
        await NextAsync();

        cancel.Cancel();

        // The run itself has not answered yet.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(Limit));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Limit, _begun[0].Cancelled));
    }

    [Fact]
    public async Task Colorize_CancelledAndAskedAgainAtOnce_GoesOnWithTheSameRun()
    {
        using CancellationTokenSource cancel = new();
        Task<byte[]> asked = Ask("a", cancel.Token);
        TaskCompletionSource<ReadOnlyMemory<byte>> end = await NextAsync();

        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked.WaitAsync(Limit));
        // What it takes to read the layers again.
        await Task.Delay(50);
        Task<byte[]> again = Ask("a");
        await Task.Delay(ColoringRuns.Grace + TimeSpan.FromMilliseconds(200));

        Assert.False(_begun[0].Cancelled.IsCancellationRequested);
        end.SetResult(new byte[] { 7 });
        Assert.Equal([7], await again.WaitAsync(Limit));
        Assert.Single(_begun);
    }

    [Fact]
    public async Task Colorize_AnotherKeyAfterACancel_DoesNotWaitForWhatNobodyWants()
    {
        using CancellationTokenSource cancel = new();
        Task<byte[]> abandoned = Ask("a", cancel.Token);
        await NextAsync();
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned.WaitAsync(Limit));

        Task<byte[]> wanted = Ask("b");

        (await NextAsync()).SetResult(new byte[] { 2 });
        Assert.Equal([2], await wanted.WaitAsync(Limit));
    }

    [Fact]
    public async Task Colorize_EachRunIsCancelledByItself_GivesUp()
    {
        int begun = 0;
        ColoringRuns runs = new(
            (_, _) =>
            {
                begun++;
                return Task.FromCanceled<ReadOnlyMemory<byte>>(new CancellationToken(canceled: true));
            },
            new ResultCache(1000));
        ColorizeJob job = new() { Width = 1, Height = 1, LineArt = new byte[4] };

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => Task.Run(() => runs.Colorize(new RequestKey("a"), job, CancellationToken.None)).WaitAsync(Limit));

        Assert.Equal(DaemonErrorCode.ConnectionLost, error.Code);
        Assert.InRange(begun, 1, 100);
    }

    [Fact]
    public async Task Colorize_Fails_ThrowsWhatTheRunThrewAndTriesAgainNextTime()
    {
        Task<byte[]> first = Ask("a");
        (await NextAsync()).SetException(new DaemonException(DaemonErrorCode.OutOfMemory));

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(() => first.WaitAsync(Limit));

        Assert.Equal(DaemonErrorCode.OutOfMemory, error.Code);
        Task<byte[]> second = Ask("a");
        (await NextAsync()).SetResult(new byte[] { 7 });
        Assert.Equal([7], await second.WaitAsync(Limit));
    }

    public void Dispose() => _begins.Dispose();

    private Task<byte[]> Ask(string key, CancellationToken cancellationToken = default)
    {
        ColorizeJob job = new() { Width = 1, Height = 1, LineArt = new byte[4] };
        return Task.Factory.StartNew(
            () => _runs.Colorize(new RequestKey(key), job, cancellationToken).ToArray(),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private async Task<TaskCompletionSource<ReadOnlyMemory<byte>>> NextAsync()
    {
        Assert.True(await _begins.WaitAsync(Limit));
        lock (_begun) return _begun[^1].End;
    }

    private async Task<ReadOnlyMemory<byte>> Begin(ColorizeJob job, CancellationToken cancellationToken)
    {
        TaskCompletionSource<ReadOnlyMemory<byte>> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_begun) _begun.Add((job, end, cancellationToken));
        _begins.Release();
        return await end.Task.WaitAsync(cancellationToken);
    }
}
