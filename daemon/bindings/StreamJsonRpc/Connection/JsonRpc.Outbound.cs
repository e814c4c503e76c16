using System.Collections.Concurrent;
using StreamJsonRpc.Connection;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

public partial class JsonRpc
{
    private readonly ConcurrentDictionary<RequestId, PendingCall> _pending = [];

    // Incremented before its first use: the first id on the wire is 2, as with the package.
    private long _lastId = 1;

    protected virtual RequestId CreateNewRequestId() => new(Interlocked.Increment(ref _lastId));

    /// <summary>Sends a request, or a notification when <paramref name="id"/> is empty, and waits for its answer.</summary>
    /// <param name="isParameterObject">The one argument is the parameter object itself; otherwise arguments are positional.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled before the request left, or the peer cancelled it.</exception>
    /// <exception cref="ConnectionLostException">The connection ended before the answer came.</exception>
    /// <exception cref="RemoteRpcException">The peer answered with an error.</exception>
    protected async Task<TResult> InvokeCoreAsync<TResult>(
        RequestId id,
        string targetName,
        IReadOnlyList<object?>? arguments,
        IReadOnlyList<Type>? positionalArgumentDeclaredTypes,
        IReadOnlyDictionary<string, Type>? namedArgumentDeclaredTypes,
        CancellationToken cancellationToken,
        bool isParameterObject)
    {
        ArgumentException.ThrowIfNullOrEmpty(targetName);
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(IsDisposed, this);

        JsonRpcRequest request = new() { RequestId = id, Method = targetName };
        if (isParameterObject)
        {
            request.Arguments = arguments?[0];
            request.NamedArgumentDeclaredTypes = namedArgumentDeclaredTypes;
        }
        else
        {
            request.Arguments = arguments ?? [];
            request.ArgumentListDeclaredTypes = positionalArgumentDeclaredTypes;
        }

        int? types = request.ArgumentListDeclaredTypes?.Count ?? request.NamedArgumentDeclaredTypes?.Count;
        if (types is not null && types != request.ArgumentCount)
            throw new ArgumentException("There must be as many declared types as arguments.", nameof(arguments));

        if (request.IsNotification)
        {
            await NotifyAsync(request).ConfigureAwait(false);
            return default!;
        }

        return await RequestAsync(request, typeof(TResult), cancellationToken).ConfigureAwait(false) switch
        {
            JsonRpcResult result => result.GetResult<TResult>(),
            JsonRpcError error => throw CreateExceptionFromRpcError(request, error),
            var other => throw new InvalidOperationException($"A response is a result or an error, not {other.GetType().Name}."),
        };
    }

    /// <summary>Hands a message to the transport. A transport that failed is of no more use: that ends the connection.</summary>
    protected virtual async ValueTask SendAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        try
        {
            await _handler.WriteAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            if (message is JsonRpcRequest request) _formatter?.Progress.Forget(request.RequestId);
            if (_handler is MessageHandlerBase { IsUnusable: true })
            {
                Disconnect(new JsonRpcDisconnectedEventArgs(
                    $"Error writing JSON RPC Message: {e.GetType().Name}: {e.Message}", DisconnectedReason.StreamError, e));
            }

            throw;
        }
    }

    private async Task NotifyAsync(JsonRpcRequest notification)
    {
        try
        {
            await SendAsync(notification, DisconnectedToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (DisconnectedToken.IsCancellationRequested)
        {
            throw new ConnectionLostException(new ConnectionLostException().Message, e);
        }
    }

    private async Task<JsonRpcMessage> RequestAsync(JsonRpcRequest request, Type resultType, CancellationToken cancellationToken)
    {
        if (_reading is null) throw new InvalidOperationException("Requests can be made only after listening for messages has started.");
        var timeout = OutboundRequestTimeout;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout is { } time) either.CancelAfter(time);
        try
        {
            return await SendAndWaitAsync(request, resultType, timeout is not null, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (OperationCanceledException e) when (either.IsCancellationRequested)
        {
            throw new TimeoutException($"The request was not answered within the {nameof(OutboundRequestTimeout)} of {timeout}.", e);
        }
        catch (OperationCanceledException e) when (DisconnectedToken.IsCancellationRequested)
        {
            throw new ConnectionLostException(new ConnectionLostException().Message, e);
        }
    }

    /// <param name="giveUp">Stop waiting when the token is cancelled; otherwise the peer has the last word.</param>
    private async Task<JsonRpcMessage> SendAndWaitAsync(
        JsonRpcRequest request, Type resultType, bool giveUp, CancellationToken cancellationToken)
    {
        PendingCall call = new(resultType, cancellationToken);
        if (!_pending.TryAdd(request.RequestId, call))
            throw new InvalidOperationException($"Request id {request.RequestId} is in use already.");
        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(DisconnectedToken, cancellationToken);
            await SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch
        {
            _pending.TryRemove(request.RequestId, out _);
            throw;
        }

        // Registered last, so that it runs first: the end of the wait would take the registration away before its turn.
        var response = giveUp ? call.Response.WaitAsync(cancellationToken) : call.Response;
        await using var onCancel = cancellationToken.UnsafeRegister(
            id => CancellationStrategy?.CancelOutboundRequest((RequestId)id!), request.RequestId).ConfigureAwait(false);
        try
        {
            return await response.ConfigureAwait(false);
        }
        finally
        {
            if (cancellationToken.IsCancellationRequested) CancellationStrategy?.OutboundRequestEnded(request.RequestId);
        }
    }

    private void AbandonPendingCalls()
    {
        foreach (var id in _pending.Keys)
        {
            if (!_pending.TryRemove(id, out var call)) continue;
            _formatter?.Progress.Forget(id);
            call.Abandon();
        }
    }
}
