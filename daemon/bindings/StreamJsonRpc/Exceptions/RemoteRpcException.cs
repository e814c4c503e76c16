using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>What a call to the peer can end with, beside <see cref="OperationCanceledException"/>.</summary>
public abstract class RemoteRpcException : Exception
{
    protected RemoteRpcException(string? message)
        : base(message)
    {
    }

    protected RemoteRpcException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public JsonRpcErrorCode? ErrorCode { get; protected set; }

    /// <summary>The error data as it came.</summary>
    public object? ErrorData { get; protected set; }

    /// <summary>The error data, read as the type that <see cref="JsonRpc.GetErrorDetailsDataType"/> names.</summary>
    public object? DeserializedErrorData { get; protected set; }
}
