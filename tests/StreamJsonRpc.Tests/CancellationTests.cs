using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

public sealed class CancellationTests
{
    [Fact]
    public async Task InvokeWithCancellationAsync_CancelledWhileRunning_CancelsMethodAndThrowsForThatToken()
    {
        Worker worker = new();
        using var pair = RpcPair.Start(worker);
        using CancellationTokenSource source = new();
        var call = pair.Client.InvokeWithCancellationAsync("WorkAsync", [], source.Token);
        await worker.Started.Task.Soon();
        await source.CancelAsync();
        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
        Assert.Equal(source.Token, error.CancellationToken);
        await worker.Cancelled.Task.Soon();
    }

    [Fact]
    public async Task InvokeWithCancellationAsync_CancelledBefore_SendsNothing()
    {
        Worker worker = new();
        using var pair = RpcPair.Start(worker);
        using CancellationTokenSource source = new();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pair.Client.InvokeWithCancellationAsync("WorkAsync", [], source.Token).Soon());
        await pair.Client.InvokeAsync("Ping").Soon();
        Assert.False(worker.Started.Task.IsCompleted);
    }

    [Fact]
    public async Task InvokeWithCancellationAsync_MethodFinishesAnyway_ReturnsItsResult()
    {
        Worker worker = new();
        using var pair = RpcPair.Start(worker);
        using CancellationTokenSource source = new();
        var call = pair.Client.InvokeWithCancellationAsync<int>("FinishAsync", [], source.Token);
        await worker.Started.Task.Soon();
        await source.CancelAsync();
        Assert.Equal(42, await call.Soon());
    }

    [Fact]
    public async Task InvokeWithCancellationAsync_MethodBlocksItsContext_CancelStillArrives()
    {
        Worker worker = new();
        using var pair = RpcPair.Start(worker);
        using CancellationTokenSource source = new();
        var call = pair.Client.InvokeWithCancellationAsync("Block", [], source.Token);
        await worker.Started.Task.Soon();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
    }

    [Fact]
    public async Task Disconnect_MethodRunning_CancelsItWhenAskedTo()
    {
        Worker worker = new();
        using var pair = RpcPair.Start(worker, null, server => server.CancelLocallyInvokedMethodsWhenConnectionIsClosed = true);
        var call = pair.Client.InvokeAsync("WorkAsync");
        await worker.Started.Task.Soon();
        pair.Client.Dispose();
        await worker.Cancelled.Task.Soon();
        await Assert.ThrowsAsync<ConnectionLostException>(() => call.Soon());
    }

    [Fact]
    public async Task Disconnect_MethodRunningByDefault_LetsItGoOn()
    {
        Worker worker = new();
        using var pair = RpcPair.Start(worker);
        var call = pair.Client.InvokeAsync("WorkAsync");
        await worker.Started.Task.Soon();
        pair.Client.Dispose();
        await pair.Server.Completion.Soon();
        Assert.False(worker.Cancelled.Task.IsCompleted);
        await Assert.ThrowsAsync<ConnectionLostException>(() => call.Soon());
    }

    [Fact]
    public async Task OutboundRequestTimeout_NoAnswer_ThrowsTimeoutAndCancelsMethod()
    {
        Worker worker = new();
        using var pair = RpcPair.Start(worker);
        pair.Client.OutboundRequestTimeout = TimeSpan.FromMilliseconds(200);
        await Assert.ThrowsAsync<TimeoutException>(() => pair.Client.InvokeAsync("WorkAsync").Soon());
        await worker.Cancelled.Task.Soon();
        // The late answer to the request that was given up does no harm.
        pair.Client.OutboundRequestTimeout = null;
        await pair.Client.InvokeAsync("Ping").Soon();
    }

    public sealed class Worker
    {
        internal TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal TaskCompletionSource Cancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Ping()
        {
        }

        public async Task WorkAsync(CancellationToken cancellationToken)
        {
            Started.TrySetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                Cancelled.TrySetResult();
                throw;
            }
        }

        public async Task<int> FinishAsync(CancellationToken cancellationToken)
        {
            Started.TrySetResult();
            TaskCompletionSource cancelled = new();
            await using (cancellationToken.Register(cancelled.SetResult)) await cancelled.Task;
            return 42;
        }

        public void Block(CancellationToken cancellationToken)
        {
            Started.TrySetResult();
            cancellationToken.WaitHandle.WaitOne(Limits.Patience);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
