using System.Buffers;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>Turns messages into bytes and back.</summary>
public interface IJsonRpcMessageFormatter
{
    JsonRpcMessage Deserialize(ReadOnlySequence<byte> contentBuffer);

    void Serialize(IBufferWriter<byte> bufferWriter, JsonRpcMessage message);

    [Obsolete("Formatters may throw NotSupportedException from this method.")]
    object GetJsonText(JsonRpcMessage message);
}
