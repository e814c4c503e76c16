using System.IO.Pipes;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using StreamJsonRpc;

namespace PdnColorize.DaemonTests.Support;

/// <summary>A caller that says exactly what the test wants, unlike the product's client, which would refuse or retry.</summary>
internal sealed class Caller : IDisposable
{
    private readonly JsonRpc _rpc;

    public Caller(NamedPipeClientStream pipe)
    {
        SystemTextJsonFormatter formatter = new() { JsonSerializerOptions = ProtocolJson.CreateOptions() };
        _rpc = new JsonRpc(new HeaderDelimitedMessageHandler(pipe, formatter));
        _rpc.StartListening();
    }

    /// <summary>Ends with the connection.</summary>
    public Task Completion => _rpc.Completion;

    public Task<HelloResponse> HelloAsync() => InvokeAsync<HelloResponse>(
        RpcMethods.Hello, new HelloRequest { Protocol = ProtocolVersion.Current, ClientName = "test", ClientBuild = "1", ProcessId = Environment.ProcessId });

    public Task<StatusResponse> StatusAsync() => InvokeAsync<StatusResponse>(RpcMethods.Status);

    public Task<ShutdownResponse> ShutdownAsync() => InvokeAsync<ShutdownResponse>(RpcMethods.Shutdown, new ShutdownRequest());

    public async Task<ColorizeResponse> ColorizeAsync(ColorizeRequest request, IProgress<ColorizeProgress>? progress = null, CancellationToken cancellationToken = default) =>
        await _rpc.InvokeWithCancellationAsync<ColorizeResponse>(RpcMethods.Colorize, [request, progress ?? new Progress<ColorizeProgress>()], cancellationToken).WaitAsync(RunningDaemon.Patience, CancellationToken.None);

    /// <summary>The code that a call is refused with.</summary>
    public static async Task<DaemonErrorCode> RefusalAsync(Task call) =>
        (DaemonErrorCode)(await Assert.ThrowsAsync<RemoteInvocationException>(() => call)).ErrorCode;

    public void Dispose() => _rpc.Dispose();

    private Task<T> InvokeAsync<T>(string method, params object?[] arguments) =>
        _rpc.InvokeWithCancellationAsync<T>(method, arguments).WaitAsync(RunningDaemon.Patience);
}
