using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

public sealed class ProgressTests
{
    [Fact]
    public async Task Progress_ManyReports_ArriveInOrderBeforeTheResult()
    {
        using var pair = RpcPair.Start(new Target());
        RecordingProgress<int> progress = new();
        await pair.Client.InvokeAsync("CountTo", 500, progress).Soon();
        Assert.Equal(Enumerable.Range(1, 500), progress.Values);
    }

    [Fact]
    public async Task Progress_TwoRequestsAtOnce_EachHearsItsOwn()
    {
        using var pair = RpcPair.Start(new Target());
        RecordingProgress<int> three = new();
        RecordingProgress<int> five = new();
        await Task.WhenAll(pair.Client.InvokeAsync("CountTo", 3, three), pair.Client.InvokeAsync("CountTo", 5, five)).Soon();
        Assert.Equal([1, 2, 3], three.Values);
        Assert.Equal([1, 2, 3, 4, 5], five.Values);
    }

    [Fact]
    public async Task Progress_WithNamedArguments_ReachesParameterAndReturns()
    {
        using var pair = RpcPair.Start(new Target(), new JsonRpcTargetOptions { ClientRequiresNamedArguments = true });
        RecordingProgress<int> progress = new();
        await pair.Client.InvokeWithParameterObjectAsync("CountTo", new Dictionary<string, object?> { ["limit"] = 2, ["progress"] = progress }).Soon();
        Assert.Equal([1, 2], progress.Values);
    }

    [Fact]
    public async Task Progress_InNotification_IsRefusedBeforeSending()
    {
        using var pair = RpcPair.Start(new Target());
        var error = await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => pair.Client.NotifyAsync("CountTo", 1, new RecordingProgress<int>()).Soon());
        Assert.IsType<NotSupportedException>(error.InnerException);
    }

    [Fact]
    public async Task Progress_ReceiverThrows_RequestStillEnds()
    {
        using var pair = RpcPair.Start(new Target());
        await pair.Client.InvokeAsync("CountTo", 3, new ThrowingProgress()).Soon();
        await pair.Client.InvokeAsync("CountTo", 0, null).Soon();
    }

    [Fact]
    public async Task Progress_NullArgument_IsNullAtTheMethod()
    {
        using var pair = RpcPair.Start(new Target());
        Assert.True(await pair.Client.InvokeAsync<bool>("IsNothing", new object?[] { null }).Soon());
    }

    public sealed class Target
    {
        public void CountTo(int limit, IProgress<int>? progress)
        {
            for (int i = 1; i <= limit; i++) progress?.Report(i);
        }

        public bool IsNothing(IProgress<int>? progress) => progress is null;
    }

    private sealed class ThrowingProgress : IProgress<int>
    {
        public void Report(int value) => throw new InvalidOperationException("Not today.");
    }
}
