using System.Diagnostics;
using System.IO.Pipes;
using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

/// <summary>The same over what the product uses: the system's named pipes.</summary>
public sealed class NamedPipeTests
{
    private const int Cycles = 200;

    [Fact]
    public async Task Calls_BothWays_AreAnswered()
    {
        var (client, server) = await ConnectAsync();
        using var first = client;
        using var second = server;
        Assert.Equal("abc", await client.InvokeAsync<string>("Echo", "abc").Soon());
        Assert.Equal("def", await server.InvokeAsync<string>("Echo", "def").Soon());
    }

    [Fact]
    public async Task ServerGoes_RequestUnderWay_EndsWithConnectionLost()
    {
        var (client, server) = await ConnectAsync();
        using var first = client;
        var call = client.InvokeAsync("Sleep");
        Assert.Equal("now", await client.InvokeAsync<string>("Echo", "now").Soon());
        server.Dispose();
        await Assert.ThrowsAsync<ConnectionLostException>(() => call.Soon());
    }

    [Fact]
    public async Task ClientGoes_MethodRunning_IsCancelled()
    {
        var (client, server) = await ConnectAsync();
        using var second = server;
        _ = client.InvokeAsync("Sleep");
        Assert.Equal("now", await client.InvokeAsync<string>("Echo", "now").Soon());
        var dispatch = server.DispatchCompletion;
        Assert.False(dispatch.IsCompleted);
        client.Dispose();
        await dispatch.Soon();
    }

    [Fact]
    public async Task Dispose_PeerDoesNotRead_EndsBlockedWrites()
    {
        var (name, _) = NodeProcess.NewPipe();
        await using NamedPipeServerStream there = new(
            name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        NamedPipeClientStream here = new(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await Task.WhenAll(there.WaitForConnectionAsync(), here.ConnectAsync()).Soon();
        using var rpc = Start(here);
        string text = new('a', 500_000);
        var writes = Enumerable.Range(0, 20).Select(_ => rpc.NotifyAsync("Echo", text)).ToArray();
        Assert.False(writes[^1].IsCompleted);
        rpc.Dispose();
        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default).Soon();
        Assert.True(writes[^1].IsFaulted || writes[^1].IsCanceled);
    }

    [Fact]
    public async Task Connections_OneAfterTheOther_LeaveNoHandlesBehind()
    {
        using var process = Process.GetCurrentProcess();
        await CycleAsync();
        process.Refresh();
        int before = process.HandleCount;
        for (int i = 0; i < Cycles; i++) await CycleAsync();
        process.Refresh();
        // Other tests open handles of their own meanwhile; a leak would be at least one for each connection.
        Assert.InRange(process.HandleCount - before, int.MinValue, Cycles / 2);
    }

    private static async Task CycleAsync()
    {
        var (client, server) = await ConnectAsync();
        Assert.Equal("x", await client.InvokeAsync<string>("Echo", "x").Soon());
        client.Dispose();
        server.Dispose();
        await Task.WhenAll(client.Completion, server.Completion).ContinueWith(_ => { }, TaskScheduler.Default).Soon();
    }

    private static async Task<(JsonRpc Client, JsonRpc Server)> ConnectAsync()
    {
        var (name, _) = NodeProcess.NewPipe();
        NamedPipeServerStream there = new(
            name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        NamedPipeClientStream here = new(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await Task.WhenAll(there.WaitForConnectionAsync(), here.ConnectAsync()).Soon();
        return (Start(here), Start(there));
    }

    private static JsonRpc Start(Stream stream)
    {
        JsonRpc rpc = new(RpcPair.Handler(stream), new Target()) { CancelLocallyInvokedMethodsWhenConnectionIsClosed = true };
        rpc.StartListening();
        return rpc;
    }

    public sealed class Target
    {
        public string Echo(string text) => text;

        public Task SleepAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
