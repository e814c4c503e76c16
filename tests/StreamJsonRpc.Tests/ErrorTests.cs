using StreamJsonRpc.Protocol;
using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

public sealed class ErrorTests
{
    [Fact]
    public async Task Exception_Thrown_ArrivesAsRemoteInvocationWithCommonErrorData()
    {
        using var pair = RpcPair.Start(new Target());
        var error = await Assert.ThrowsAsync<RemoteInvocationException>(() => pair.Client.InvokeAsync("Fail").Soon());
        Assert.Equal("It broke.", error.Message);
        Assert.Equal((int)JsonRpcErrorCode.InvocationError, error.ErrorCode);
        var data = Assert.IsType<CommonErrorData>(error.DeserializedErrorData);
        Assert.Equal("System.InvalidOperationException", data.TypeName);
        Assert.Equal("It broke.", data.Message);
        Assert.Contains(nameof(Target.Fail), data.StackTrace, StringComparison.Ordinal);
        Assert.Equal("System.IO.IOException", data.Inner!.TypeName);
    }

    [Fact]
    public async Task Exception_FromAsyncMethod_ArrivesLikeOneFromSynchronousMethod()
    {
        using var pair = RpcPair.Start(new Target());
        var error = await Assert.ThrowsAsync<RemoteInvocationException>(() => pair.Client.InvokeAsync("FailLater").Soon());
        Assert.Equal("It broke later.", error.Message);
    }

    [Fact]
    public async Task LocalRpcException_Thrown_CarriesItsCodeAndDataAndNoStackTrace()
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"Refuse"}""");
        Assert.Equal(
            """{"jsonrpc":"2.0","id":1,"error":{"code":1002,"message":"Busy.","data":{"Waiting":8}}}""", await peer.ReceiveAsync());
    }

    [Fact]
    public async Task LocalRpcException_Thrown_IsTypedAtTheClientThatNamesTheType()
    {
        DuplexPipe pipe = new();
        using TypedClient client = new(RpcPair.Handler(pipe.Near));
        using JsonRpc server = new(RpcPair.Handler(pipe.Far), new Target());
        server.StartListening();
        client.StartListening();
        var error = await Assert.ThrowsAsync<RemoteInvocationException>(() => client.InvokeAsync("Refuse").Soon());
        Assert.Equal(1002, error.ErrorCode);
        Assert.Equal(new BusyData(8), error.DeserializedErrorData);
    }

    [Fact]
    public async Task CreateErrorDetails_Overridden_KeepsTypesAndPathsFromPeer()
    {
        DuplexPipe pipe = new();
        using DiscreetServer server = new(RpcPair.Handler(pipe.Near));
        server.AddLocalRpcTarget(new Target());
        server.StartListening();
        using var peer = RawPeer.Over(pipe.Far);
        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"Fail"}""");
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"error":{"code":-32000,"message":"Something went wrong."}}""", await peer.ReceiveAsync());
        // Arguments that do not fit never reach CreateErrorDetails: SendAsync is where every error passes.
        await peer.SendAsync("""{"jsonrpc":"2.0","id":2,"method":"Count","params":["x"]}""");
        string answer = await peer.ReceiveAsync();
        Assert.Contains("\"code\":-32602", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"data\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Result_ThatCannotBeWritten_ThrowsRemoteSerializationAndConnectionGoesOn()
    {
        using var pair = RpcPair.Start(new Target());
        await Assert.ThrowsAsync<RemoteSerializationException>(() => pair.Client.InvokeAsync<object>("Loop").Soon());
        Assert.Equal(1, await pair.Client.InvokeAsync<int>("Count", 1).Soon());
    }

    [Fact]
    public async Task Argument_ThatCannotBeWritten_FailsTheCallAndConnectionGoesOn()
    {
        using var pair = RpcPair.Start(new Target());
        await Assert.ThrowsAsync<System.Text.Json.JsonException>(() => pair.Client.InvokeAsync("Count", new Node()).Soon());
        Assert.Equal(2, await pair.Client.InvokeAsync<int>("Count", 2).Soon());
    }

    [Fact]
    public async Task Request_WithIdInUse_IsRefusedAndFirstOneGoesOn()
    {
        Target target = new();
        var (rpc, peer) = RawPeer.Connect(target);
        using var first = rpc;
        using var second = peer;
        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"WaitFor"}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"WaitFor"}""");
        Assert.Contains("\"code\":-32000", await peer.ReceiveAsync(), StringComparison.Ordinal);
        target.Go.SetResult();
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":null}""", await peer.ReceiveAsync());
    }

    public sealed record BusyData(int Waiting);

    public sealed class Target
    {
        internal TaskCompletionSource Go { get; } = new();

        public void Fail() => throw new InvalidOperationException("It broke.", new IOException("The disk is full."));

        public async Task FailLater()
        {
            await Task.Yield();
            throw new InvalidOperationException("It broke later.");
        }

        public void Refuse() => throw new LocalRpcException("Busy.") { ErrorCode = 1002, ErrorData = new { Waiting = 8 } };

        public object Loop() => new Node();

        public int Count(int value) => value;

        public Task WaitFor(CancellationToken cancellationToken) => Go.Task.WaitAsync(cancellationToken);
    }

    public sealed class Node
    {
        public Node Self => this;
    }

    private sealed class TypedClient(IJsonRpcMessageHandler handler) : JsonRpc(handler)
    {
        protected override Type? GetErrorDetailsDataType(JsonRpcError error) => typeof(BusyData);
    }

    private sealed class DiscreetServer(IJsonRpcMessageHandler handler) : JsonRpc(handler)
    {
        protected override JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception) =>
            new() { Code = JsonRpcErrorCode.InvocationError, Message = "Something went wrong." };

        protected override ValueTask SendAsync(JsonRpcMessage message, CancellationToken cancellationToken)
        {
            if (message is JsonRpcError { Error: { Data: CommonErrorData } detail }) detail.Data = null;
            return base.SendAsync(message, cancellationToken);
        }
    }
}
