using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PdnColorize.Host.Serving;

/// <summary>JSON-RPC as the daemon wants it: calls begin in the order in which they came and go on side by side, cancelled when their caller is gone, and no error that tells of this machine.</summary>
internal sealed class DaemonRpc : JsonRpc
{
    private readonly ClientSession _session;

    /// <param name="handler">The connection.</param>
    /// <param name="session">Told when an answer has been sent.</param>
    public DaemonRpc(IJsonRpcMessageHandler handler, ClientSession session)
        : base(handler)
    {
        _session = session;
        CancelLocallyInvokedMethodsWhenConnectionIsClosed = true;
    }

    /// <summary>The library's own errors carry exceptions with type names and stack traces; their codes say enough.</summary>
    protected override async ValueTask SendAsync(JsonRpcMessage message, CancellationToken cancellationToken)
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

        try
        {
            await base.SendAsync(message, cancellationToken);
        }
        finally
        {
            if (IsAnswerOfMethod(message)) _session.EndAnswer();
        }
    }

    /// <summary>A call without an id is never answered: it has had all it wants when its method has ended.</summary>
    protected override async ValueTask<JsonRpcMessage> DispatchRequestAsync(JsonRpcRequest request, TargetMethod targetMethod, CancellationToken cancellationToken)
    {
        try
        {
            return await base.DispatchRequestAsync(request, targetMethod, cancellationToken);
        }
        finally
        {
            // '$/cancelRequest' and the like are the library's own.
            if (!request.IsResponseExpected && request.Method?.StartsWith("$/", StringComparison.Ordinal) == false) _session.EndAnswer();
        }
    }

    private static bool IsAnswerOfMethod(JsonRpcMessage message) =>
        message is JsonRpcResult or JsonRpcError { Error: not { Code: JsonRpcErrorCode.MethodNotFound or JsonRpcErrorCode.InvalidParams } };
}
