using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>Moves whole messages over a transport.</summary>
public interface IJsonRpcMessageHandler
{
    bool CanRead { get; }

    bool CanWrite { get; }

    IJsonRpcMessageFormatter Formatter { get; }

    /// <summary>The next message, or null when the peer closed its end between two messages.</summary>
    ValueTask<JsonRpcMessage?> ReadAsync(CancellationToken cancellationToken);

    ValueTask WriteAsync(JsonRpcMessage jsonRpcMessage, CancellationToken cancellationToken);
}
