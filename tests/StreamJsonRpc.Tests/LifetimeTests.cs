using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

public sealed class LifetimeTests
{
    [Fact]
    public async Task Disconnected_PeerCloses_IsRaisedOnceWithReason()
    {
        List<DisconnectedReason> reasons = [];
        var (rpc, peer) = RawPeer.Connect(configure: server => server.Disconnected += (_, args) => reasons.Add(args.Reason));
        using var first = rpc;
        peer.Dispose();
        await rpc.Completion.Soon();
        Assert.Equal([DisconnectedReason.RemotePartyTerminated], reasons);
    }

    [Fact]
    public async Task Disconnected_SubscribedLate_IsRaisedAtOnce()
    {
        var (rpc, peer) = RawPeer.Connect();
        rpc.Dispose();
        await rpc.Completion.Soon();
        DisconnectedReason? reason = null;
        rpc.Disconnected += (_, args) => reason = args.Reason;
        Assert.Equal(DisconnectedReason.LocallyDisposed, reason);
        Assert.True(rpc.IsDisposed);
        peer.Dispose();
    }

    [Fact]
    public async Task Dispose_PendingRequest_EndsItAndClosesStream()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var second = peer;
        var call = rpc.InvokeAsync("never");
        await peer.ReceiveAsync();
        rpc.Dispose();
        await Assert.ThrowsAsync<ConnectionLostException>(() => call.Soon());
        Assert.True(await peer.IsClosedAsync());
    }

    [Fact]
    public async Task PeerGone_PendingRequest_EndsWithConnectionLost()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        var call = rpc.InvokeAsync("never");
        await peer.ReceiveAsync();
        peer.Dispose();
        await Assert.ThrowsAsync<ConnectionLostException>(() => call.Soon());
    }

    [Fact]
    public async Task PeerGone_CancelledRequest_EndsAsCancelled()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        using CancellationTokenSource source = new();
        var call = rpc.InvokeWithCancellationAsync("never", [], source.Token);
        await peer.ReceiveAsync();
        await source.CancelAsync();
        await peer.ReceiveAsync();
        peer.Dispose();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
    }

    [Fact]
    public async Task InvokeAsync_AfterDispose_ThrowsObjectDisposed()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var second = peer;
        rpc.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => rpc.InvokeAsync("any").Soon());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => rpc.NotifyAsync("any").Soon());
    }

    [Fact]
    public async Task InvokeAsync_AfterPeerClosed_ThrowsConnectionLost()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        peer.Dispose();
        await rpc.Completion.Soon();
        Assert.False(rpc.IsDisposed);
        await Assert.ThrowsAsync<ConnectionLostException>(() => rpc.InvokeAsync("any").Soon());
        await Assert.ThrowsAsync<ConnectionLostException>(() => rpc.NotifyAsync("any").Soon());
    }

    [Fact]
    public async Task Response_ToNothing_IsProtocolViolation()
    {
        DisconnectedReason? reason = null;
        var (rpc, peer) = RawPeer.Connect(configure: server => server.Disconnected += (_, args) => reason = args.Reason);
        using var first = rpc;
        using var second = peer;
        await peer.SendAsync("""{"jsonrpc":"2.0","id":77,"result":1}""");
        await rpc.Completion.Soon();
        Assert.Equal(DisconnectedReason.RemoteProtocolViolation, reason);
    }

    [Fact]
    public async Task IsFatalException_True_EndsConnection()
    {
        DuplexPipe pipe = new();
        using FatalServer server = new(RpcPair.Handler(pipe.Far));
        DisconnectedReason? reason = null;
        server.Disconnected += (_, args) => reason = args.Reason;
        server.AddLocalRpcMethod("die", new Func<Task>(() => Task.FromException(new InvalidOperationException("Fatal."))));
        server.StartListening();
        using JsonRpc client = new(RpcPair.Handler(pipe.Near));
        client.StartListening();
        await Assert.ThrowsAnyAsync<RemoteRpcException>(() => client.InvokeAsync("die").Soon());
        await Assert.ThrowsAsync<InvalidOperationException>(() => server.Completion.Soon());
        Assert.Equal(DisconnectedReason.FatalException, reason);
    }

    [Fact]
    public void StartListening_Twice_ThrowsInvalidOperation()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        using var second = peer;
        Assert.Throws<InvalidOperationException>(rpc.StartListening);
    }

    [Fact]
    public void Formatter_UsedTwice_ThrowsInvalidOperation()
    {
        SystemTextJsonFormatter formatter = new();
        DuplexPipe pipe = new();
        using JsonRpc rpc = new(new HeaderDelimitedMessageHandler(pipe.Near, formatter));
        Assert.Throws<InvalidOperationException>(() => new JsonRpc(new HeaderDelimitedMessageHandler(pipe.Far, formatter)));
    }

    [Fact]
    public async Task JsonSerializerOptions_OfFormatter_ShapeTheValues()
    {
        DuplexPipe pipe = new();
        SystemTextJsonFormatter formatter = new() { JsonSerializerOptions = new(System.Text.Json.JsonSerializerDefaults.Web) };
        using JsonRpc rpc = new(new HeaderDelimitedMessageHandler(pipe.Near, formatter));
        using var peer = RawPeer.Over(pipe.Far);
        await rpc.NotifyAsync("shape", new { SideLength = 2 }).Soon();
        Assert.Equal("""{"jsonrpc":"2.0","method":"shape","params":[{"sideLength":2}]}""", await peer.ReceiveAsync());
    }

    private sealed class FatalServer(IJsonRpcMessageHandler handler) : JsonRpc(handler)
    {
        protected override bool IsFatalException(Exception ex) => true;
    }
}
