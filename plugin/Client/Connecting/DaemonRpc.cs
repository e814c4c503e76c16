using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace PdnColorize.Client.Connecting;

/// <summary>JSON-RPC as the daemon speaks it.</summary>
internal sealed class DaemonRpc : JsonRpc
{
    private DaemonRpc(IJsonRpcMessageHandler handler)
        : base(handler)
    {
    }

    /// <summary>Speaks JSON-RPC over a stream, which it owns from now on.</summary>
    public static DaemonRpc Over(Stream stream)
    {
        SystemTextJsonFormatter formatter = new() { JsonSerializerOptions = ProtocolJson.CreateOptions() };
        return new DaemonRpc(new HeaderDelimitedMessageHandler(stream, formatter));
    }

    /// <inheritdoc/>
    protected override Type? GetErrorDetailsDataType(JsonRpcError error) => typeof(DaemonErrorData);
}
