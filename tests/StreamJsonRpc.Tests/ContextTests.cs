using System.Collections.Concurrent;
using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

public sealed class ContextTests
{
    [Fact]
    public async Task SynchronizationContext_Default_StartsMethodsInOrderOneAtATime()
    {
        Target target = new();
        using var pair = RpcPair.Start(target);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => pair.Client.InvokeAsync("Record", i))).Soon();
        Assert.Equal(Enumerable.Range(0, 300), target.Recorded);
        Assert.Equal(1, target.MostAtOnce);
    }

    [Fact]
    public async Task SynchronizationContext_Default_LetsNextMethodStartAfterFirstAwait()
    {
        Target target = new();
        using var pair = RpcPair.Start(target);
        var waiting = pair.Client.InvokeAsync("WaitForOther");
        await pair.Client.InvokeAsync("Release").Soon();
        await waiting.Soon();
    }

    [Fact]
    public async Task SynchronizationContext_Null_RunsBlockingMethodsAtTheSameTime()
    {
        Target target = new();
        using var pair = RpcPair.Start(target, null, server => server.SynchronizationContext = null);
        await Task.WhenAll(pair.Client.InvokeAsync("MeetOther"), pair.Client.InvokeAsync("MeetOther")).Soon();
    }

    [Fact]
    public async Task SynchronizationContext_Own_IsWhereMethodsStart()
    {
        CountingContext context = new();
        using var pair = RpcPair.Start(new Target(), null, server => server.SynchronizationContext = context);
        await pair.Client.InvokeAsync("Record", 1).Soon();
        Assert.Equal(1, context.Posts);
    }

    [Fact]
    public async Task DispatchCompletion_MethodRunning_CompletesWithIt()
    {
        Target target = new();
        using var pair = RpcPair.Start(target);
        Assert.True(pair.Server.DispatchCompletion.IsCompleted);
        var waiting = pair.Client.InvokeAsync("WaitForOther");
        await target.Started.Task.Soon();
        var dispatch = pair.Server.DispatchCompletion;
        Assert.False(dispatch.IsCompleted);
        target.Release();
        await dispatch.Soon();
        await waiting.Soon();
    }

    public sealed class Target
    {
        private readonly ConcurrentQueue<int> _recorded = new();
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _both = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _arrived;
        private int _running;

        internal int[] Recorded => [.. _recorded];

        internal int MostAtOnce { get; private set; }

        internal TaskCompletionSource Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Record(int value)
        {
            MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _running));
            _recorded.Enqueue(value);
            Interlocked.Decrement(ref _running);
        }

        public async Task WaitForOther()
        {
            Started.TrySetResult();
            await _release.Task;
        }

        public void Release() => _release.TrySetResult();

        public void MeetOther()
        {
            if (Interlocked.Increment(ref _arrived) == 2) _both.SetResult();
            // Blocks on purpose: without a context of their own, methods do not wait for each other.
            if (!_both.Task.Wait(Limits.Patience)) throw new TimeoutException("The other method did not run.");
        }
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }
}
