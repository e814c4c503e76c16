using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>The peer's method succeeded, but its result could not be written.</summary>
public class RemoteSerializationException : RemoteRpcException
{
    public RemoteSerializationException(string? message, object? errorData, object? deserializedErrorData)
        : base(message)
    {
        ErrorCode = JsonRpcErrorCode.ResponseSerializationFailure;
        ErrorData = errorData;
        DeserializedErrorData = deserializedErrorData;
    }
}
