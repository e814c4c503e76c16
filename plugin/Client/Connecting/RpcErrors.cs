using System.Text.Json;
using PdnColorize.Protocol.Errors;
using StreamJsonRpc;

namespace PdnColorize.Client.Connecting;

/// <summary>What JSON-RPC's exceptions mean to the user. This is the one place that knows.</summary>
internal static class RpcErrors
{
    /// <summary>Translates what a call ended with. The caller's own cancellation is not for this.</summary>
    public static DaemonException Translate(Exception exception) => exception switch
    {
        DaemonException e => e,
        RemoteInvocationException e => DaemonException.FromWire(e.ErrorCode, e.Message, e.DeserializedErrorData as DaemonErrorData),
        // No such method, or arguments that it does not take: the daemon's minor version is older than this request.
        RemoteMethodNotFoundException e => new DaemonException(DaemonErrorCode.InvalidRequest, e, ("reason", "it is older than this program")),
        TimeoutException e => new DaemonException(DaemonErrorCode.DaemonNotAnswering, e),
        JsonException or RemoteSerializationException => new DaemonException(DaemonErrorCode.BadAnswer, exception),
        // Cancelled by nobody here: the daemon gave up the call because it is going.
        ConnectionLostException or ObjectDisposedException or IOException or OperationCanceledException =>
            new DaemonException(DaemonErrorCode.ConnectionLost, exception),
        _ => new DaemonException(DaemonErrorCode.BadAnswer, exception),
    };
}
