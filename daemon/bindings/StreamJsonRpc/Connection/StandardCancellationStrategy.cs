using System.Reflection;

namespace StreamJsonRpc.Connection;

/// <summary>Cancellation as language servers do it: the notification <c>$/cancelRequest {id}</c>.</summary>
internal sealed class StandardCancellationStrategy : ICancellationStrategy
{
    private const string Method = "$/cancelRequest";

    private readonly JsonRpc _rpc;
    private readonly Dictionary<RequestId, CancellationTokenSource> _incoming = [];

    public StandardCancellationStrategy(JsonRpc rpc)
    {
        _rpc = rpc;
        var handler = typeof(StandardCancellationStrategy).GetMethod(nameof(CancelIncoming), BindingFlags.Instance | BindingFlags.NonPublic)!;
        // On the thread pool, whatever the context of the application's methods: it must work while one of them blocks that.
        rpc.AddLocalRpcMethod(handler, this, new JsonRpcMethodAttribute(Method), JsonRpc.DefaultSynchronizationContext);
    }

    /// <exception cref="InvalidOperationException">The peer uses the id for two requests at once.</exception>
    public void IncomingRequestStarted(RequestId requestId, CancellationTokenSource cancellationTokenSource)
    {
        lock (_incoming)
        {
            if (!_incoming.TryAdd(requestId, cancellationTokenSource))
                throw new InvalidOperationException($"A request with the id {requestId} is already under way.");
        }
    }

    public void IncomingRequestEnded(RequestId requestId)
    {
        lock (_incoming) _incoming.Remove(requestId);
    }

    public void CancelOutboundRequest(RequestId requestId) => _ = Task.Run(async () =>
    {
        if (_rpc.IsDisposed) return;
        try
        {
            var arguments = new Dictionary<string, object?> { ["id"] = requestId };
            await _rpc.NotifyWithParameterObjectAsync(Method, arguments, null).ConfigureAwait(false);
        }
        catch (Exception e) when (e is RemoteRpcException or IOException or ObjectDisposedException)
        {
            // The connection is gone, and the request with it.
        }
    });

    public void OutboundRequestEnded(RequestId requestId)
    {
    }

    private void CancelIncoming(RequestId id)
    {
        CancellationTokenSource? source;
        lock (_incoming) _incoming.Remove(id, out source);
        source?.Cancel();
    }
}
