using StreamJsonRpc.Protocol;

namespace StreamJsonRpc.Connection;

/// <summary>A request that waits for its answer.</summary>
internal sealed class PendingCall(Type resultType, CancellationToken cancellationToken)
{
    // Callers continue elsewhere: the reading side goes on at once.
    private readonly TaskCompletionSource<JsonRpcMessage> _response = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the caller wants the result to be.</summary>
    public Type ResultType => resultType;

    public Task<JsonRpcMessage> Response => _response.Task;

    public void Complete(JsonRpcMessage response)
    {
        if (response is JsonRpcError { Error.Code: JsonRpcErrorCode.RequestCanceled })
            _response.TrySetCanceled(cancellationToken.IsCancellationRequested ? cancellationToken : default);
        else
            _response.TrySetResult(response);
    }

    /// <summary>No answer will come. To a caller who cancelled, that is as good as an answer.</summary>
    public void Abandon()
    {
        if (cancellationToken.IsCancellationRequested) _response.TrySetCanceled(cancellationToken);
        else _response.TrySetException(new ConnectionLostException());
    }
}
