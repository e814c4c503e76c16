using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

/// <summary>The bytes on the wire, written out by hand from the description of the format.</summary>
public sealed class WireTests
{
    [Fact]
    public async Task InvokeAsync_PositionalArguments_WritesFrameByteForByte()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        using var second = peer;
        _ = rpc.InvokeAsync("add", 1, "zwei");
        Assert.Equal("Content-Length: 59\r\n\r\n" + """{"jsonrpc":"2.0","id":2,"method":"add","params":[1,"zwei"]}""", await peer.ReceiveFrameAsync());
    }

    [Fact]
    public async Task InvokeAsync_WithoutArguments_WritesEmptyArray()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        using var second = peer;
        _ = rpc.InvokeAsync("status");
        Assert.Equal("""{"jsonrpc":"2.0","id":2,"method":"status","params":[]}""", await peer.ReceiveAsync());
    }

    [Fact]
    public async Task InvokeWithParameterObjectAsync_Object_WritesItsMembers()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        using var second = peer;
        _ = rpc.InvokeWithParameterObjectAsync("hello", new { version = 3 });
        Assert.Equal("""{"jsonrpc":"2.0","id":2,"method":"hello","params":{"version":3}}""", await peer.ReceiveAsync());
        _ = rpc.InvokeWithParameterObjectAsync("hello");
        Assert.Equal("""{"jsonrpc":"2.0","id":3,"method":"hello"}""", await peer.ReceiveAsync());
    }

    [Fact]
    public async Task NotifyAsync_Any_WritesNoId()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        using var second = peer;
        await rpc.NotifyAsync("tick", true).Soon();
        Assert.Equal("""{"jsonrpc":"2.0","method":"tick","params":[true]}""", await peer.ReceiveAsync());
        await rpc.NotifyWithParameterObjectAsync("tick", new Dictionary<string, object?> { ["on"] = null }).Soon();
        Assert.Equal("""{"jsonrpc":"2.0","method":"tick","params":{"on":null}}""", await peer.ReceiveAsync());
    }

    [Fact]
    public async Task Cancel_RequestUnderWay_WritesCancelRequestAndTakesPeersAnswer()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        using var second = peer;
        using CancellationTokenSource source = new();
        var call = rpc.InvokeWithCancellationAsync("colorize", [], source.Token);
        await peer.ReceiveAsync();
        await source.CancelAsync();
        Assert.Equal("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}}""", await peer.ReceiveAsync());
        Assert.False(call.IsCompleted);
        await peer.SendAsync("""{"jsonrpc":"2.0","id":2,"error":{"code":-32800,"message":"The task was cancelled."}}""");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
    }

    [Fact]
    public async Task CancelRequest_MethodRunning_WritesRequestCanceled()
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        await peer.SendAsync("""{"jsonrpc":"2.0","id":"a7","method":"Wait"}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"a7"}}""");
        Assert.Equal("""{"jsonrpc":"2.0","id":"a7","error":{"code":-32800,"message":"The task was cancelled."}}""", await peer.ReceiveAsync());
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"Add","params":[3,4]}""", """{"jsonrpc":"2.0","id":1,"result":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":"x","method":"Add","params":{"b":4,"a":3}}""", """{"jsonrpc":"2.0","id":"x","result":7}""")]
    [InlineData("""{"id":5,"params":[3,4],"method":"Add","jsonrpc":"2.0","extra":{"a":[]}}""", """{"jsonrpc":"2.0","id":5,"result":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":null,"method":"Add","params":[3,4]}""", """{"jsonrpc":"2.0","id":null,"result":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"method":"Nothing"}""", """{"jsonrpc":"2.0","id":2,"result":null}""")]
    [InlineData("""{"jsonrpc":"2.0","id":9223372036854775807,"method":"Nothing"}""", """{"jsonrpc":"2.0","id":9223372036854775807,"result":null}""")]
    [InlineData("""{"jsonrpc":"2.0","id":3,"method":"Gone"}""", """{"jsonrpc":"2.0","id":3,"error":{"code":-32601,"message":"No method by the name \u0027Gone\u0027 is found."}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":4,"method":"Refuse"}""", """{"jsonrpc":"2.0","id":4,"error":{"code":1001,"message":"No memory.","data":{"bytes":12}}}""")]
    public async Task Request_FromPeer_IsAnsweredByteForByte(string request, string answer)
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        await peer.SendAsync(request);
        Assert.Equal(answer, await peer.ReceiveAsync());
    }

    [Fact]
    public async Task Progress_PassedToPeer_IsTokenFromZeroAndHearsBothForms()
    {
        var (rpc, peer) = RawPeer.Connect();
        using var first = rpc;
        using var second = peer;
        RecordingProgress<double> progress = new();
        var call = rpc.InvokeAsync<string>("colorize", "a", progress);
        Assert.Equal("""{"jsonrpc":"2.0","id":2,"method":"colorize","params":["a",0]}""", await peer.ReceiveAsync());
        await peer.SendAsync("""{"jsonrpc":"2.0","method":"$/progress","params":[0,0.25]}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","method":"$/progress","params":{"token":0,"value":0.75}}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","method":"$/progress","params":[1,0.9]}""");
        await peer.SendAsync("""{"jsonrpc":"2.0","id":2,"result":"done"}""");
        Assert.Equal("done", await call.Soon());
        Assert.Equal([0.25, 0.75], progress.Values);
    }

    [Theory]
    [InlineData(false, "7", """{"jsonrpc":"2.0","method":"$/progress","params":[7,0.5]}""")]
    [InlineData(false, "\"t\"", """{"jsonrpc":"2.0","method":"$/progress","params":["t",0.5]}""")]
    [InlineData(true, "7", """{"jsonrpc":"2.0","method":"$/progress","params":{"token":7,"value":0.5}}""")]
    public async Task Progress_ReportedByMethod_IsPositionalUnlessNamedIsAskedFor(bool named, string token, string notification)
    {
        var (rpc, peer) = RawPeer.Connect(new Target(), new JsonRpcTargetOptions { ClientRequiresNamedArguments = named });
        using var first = rpc;
        using var second = peer;
        await peer.SendAsync($$"""{"jsonrpc":"2.0","id":1,"method":"Half","params":[{{token}}]}""");
        Assert.Equal(notification, await peer.ReceiveAsync());
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":null}""", await peer.ReceiveAsync());
    }

    [Fact]
    public async Task Text_BeyondAscii_CountsBytesNotCharacters()
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        await peer.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"Length","params":["线稿 – ß"]}""");
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":6}""", await peer.ReceiveAsync());
    }

    public sealed class Target
    {
        public int Add(int a, int b) => a + b;

        public int Length(string text) => text.Length;

        public void Nothing()
        {
        }

        public void Half(IProgress<double> progress) => progress.Report(0.5);

        public void Refuse() => throw new LocalRpcException("No memory.") { ErrorCode = 1001, ErrorData = new { bytes = 12 } };

        public Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
