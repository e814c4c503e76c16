using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PdnColorize.Host.Serving;

/// <summary>JSON-RPC as the daemon wants it: calls side by side, cancelled when their caller is gone, and no error that tells of this machine.</summary>
internal sealed class DaemonRpc : JsonRpc
{
    public DaemonRpc(IJsonRpcMessageHandler handler)
        : base(handler)
    {
        SynchronizationContext = null;
        CancelLocallyInvokedMethodsWhenConnectionIsClosed = true;
    }

    /// <summary>The library's own errors carry exceptions with type names and stack traces; their codes say enough.</summary>
    protected override ValueTask SendAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        if (message is JsonRpcError { Error: { } error } && (int)error.Code < 0)
        {
            error.Data = null;
            error.Message = error.Code switch
            {
                JsonRpcErrorCode.MethodNotFound => "There is no such method.",
                JsonRpcErrorCode.InvalidParams => "The arguments do not fit the method.",
                JsonRpcErrorCode.RequestCanceled => "The request was cancelled.",
                _ => "The request failed.",
            };
        }

        return base.SendAsync(message, cancellationToken);
    }
}
