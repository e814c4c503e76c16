namespace StreamJsonRpc;

/// <summary>An argument of a received request cannot be read as its parameter's type.</summary>
public class RpcArgumentDeserializationException : RemoteRpcException
{
    public RpcArgumentDeserializationException(string? argumentName, int? argumentPosition, Type? deserializedType, Exception? innerException)
        : this(
            $"Deserializing JSON-RPC argument with name \"{argumentName}\" and position {argumentPosition} to type \"{deserializedType}\" failed: {innerException?.Message}",
            innerException)
    {
        ArgumentName = argumentName;
        ArgumentPosition = argumentPosition;
        DeserializedType = deserializedType;
    }

    public RpcArgumentDeserializationException(string message)
        : base(message)
    {
    }

    public RpcArgumentDeserializationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public string? ArgumentName { get; private set; }

    public int? ArgumentPosition { get; private set; }

    public Type? DeserializedType { get; private set; }
}
