using System.IO.Pipes;
using System.Text.Json;
using StreamJsonRpc.Protocol;
using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

/// <summary>Our client, calling vscode-jsonrpc over a named pipe.</summary>
public sealed class NodeServerTests : IAsyncLifetime, IDisposable
{
    private readonly string _name;
    private readonly NodeProcess _node;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Client? _client;

    private Client Connected => _client ?? throw new InvalidOperationException("There is no connection yet.");

    public NodeServerTests()
    {
        var (name, path) = NodeProcess.NewPipe();
        _name = name;
        _node = NodeProcess.Start("server.js", path);
    }

    public async Task InitializeAsync()
    {
        Assert.Equal("ready", await _node.ReadLineAsync());
        NamedPipeClientStream pipe = new(".", _name, PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync((int)Limits.Patience.TotalMilliseconds);
        _client = new Client(RpcPair.Handler(pipe));
        _client.AddLocalRpcMethod("double", new Func<int, int>(value => value * 2));
        _client.AddLocalRpcMethod("started", new Action(() => _started.TrySetResult()));
        _client.StartListening();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _client?.Dispose();
        _node.Dispose();
        // A killed server leaves its socket behind; on Windows there is no file.
        if (!OperatingSystem.IsWindows()) File.Delete(_name);
    }

    [Fact]
    public async Task Requests_PositionalAndNamed_AreAnswered()
    {
        Assert.Equal(7, await Connected.InvokeAsync<int>("add", 3, 4).Soon());
        Assert.Equal(6, await Connected.InvokeWithParameterObjectAsync<int>("subtract", new { left = 10, right = 4 }).Soon());
        Assert.Equal("线稿 – ß 😀", await Connected.InvokeAsync<string>("echo", "线稿 – ß 😀").Soon());
        Assert.Null(await Connected.InvokeAsync<object?>("nothing").Soon());
        int[] many = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Connected.InvokeAsync<int>("add", i, 1))).Soon();
        Assert.Equal(Enumerable.Range(1, 200), many);
    }

    [Fact]
    public async Task Notification_Sent_ArrivesBeforeTheNextRequest()
    {
        await Connected.NotifyAsync("remember", 11).Soon();
        Assert.Equal(11, await Connected.InvokeAsync<int>("remembered").Soon());
    }

    [Fact]
    public async Task Errors_OfEveryKind_BecomeTheRightExceptions()
    {
        var own = await Assert.ThrowsAsync<RemoteInvocationException>(() => Connected.InvokeAsync("refuse").Soon());
        Assert.Equal(1001, own.ErrorCode);
        Assert.Equal("No memory.", own.Message);
        Assert.Equal(12, Assert.IsType<JsonElement>(own.DeserializedErrorData).GetProperty("Bytes").GetInt32());
        var unknown = await Assert.ThrowsAsync<RemoteMethodNotFoundException>(() => Connected.InvokeAsync("noSuchThing").Soon());
        Assert.Equal(JsonRpcErrorCode.MethodNotFound, unknown.ErrorCode);
        var broken = await Assert.ThrowsAsync<RemoteInvocationException>(() => Connected.InvokeAsync("fail").Soon());
        Assert.Equal((int)JsonRpcErrorCode.InternalError, broken.ErrorCode);
    }

    [Fact]
    public async Task Cancellation_OfRunningRequest_EndsAsCancelled()
    {
        using CancellationTokenSource source = new();
        var call = Connected.InvokeWithCancellationAsync("wait", [], source.Token);
        await _started.Task.Soon();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.Soon());
        Assert.Equal(2, await Connected.InvokeAsync<int>("add", 1, 1).Soon());
    }

    [Fact]
    public async Task Progress_ReportedByPeer_ArrivesInOrder()
    {
        RecordingProgress<int> progress = new();
        Assert.Equal(5, await Connected.InvokeAsync<int>("countTo", 5, progress).Soon());
        Assert.Equal([1, 2, 3, 4, 5], progress.Values);
    }

    [Fact]
    public async Task Callback_WhileRequestRuns_IsAnswered() =>
        Assert.Equal(43, await Connected.InvokeAsync<int>("askBack", 21).Soon());

    [Fact]
    public async Task Peer_DiesDuringRequest_EndsItAsConnectionLost() =>
        await Assert.ThrowsAsync<ConnectionLostException>(() => Connected.InvokeAsync("die").Soon());

    private sealed class Client(IJsonRpcMessageHandler handler) : JsonRpc(handler)
    {
        protected override Type? GetErrorDetailsDataType(JsonRpcError error) => typeof(JsonElement);
    }
}
