using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>The peer has no such method, or none that takes these arguments.</summary>
public class RemoteMethodNotFoundException : RemoteRpcException
{
    internal RemoteMethodNotFoundException(
        string? message, string targetMethod, JsonRpcErrorCode errorCode, object? errorData, object? deserializedErrorData)
        : base(message)
    {
        TargetMethod = targetMethod;
        base.ErrorCode = errorCode;
        base.ErrorData = errorData;
        base.DeserializedErrorData = deserializedErrorData;
    }

    public string TargetMethod { get; }

    public new JsonRpcErrorCode ErrorCode => base.ErrorCode!.Value;

    public new object? ErrorData => base.ErrorData;

    public new object? DeserializedErrorData => base.DeserializedErrorData;
}
