using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>The peer's method failed and answered with an error.</summary>
public class RemoteInvocationException : RemoteRpcException
{
    public RemoteInvocationException(string? message, int errorCode, object? errorData)
        : base(message)
    {
        base.ErrorCode = (JsonRpcErrorCode)errorCode;
        base.ErrorData = errorData;
    }

    public RemoteInvocationException(string? message, int errorCode, object? errorData, object? deserializedErrorData)
        : this(message, errorCode, errorData) => base.DeserializedErrorData = deserializedErrorData;

    public RemoteInvocationException(string? message, int errorCode, Exception innerException)
        : base(message, innerException)
    {
        base.ErrorCode = (JsonRpcErrorCode)errorCode;
        base.DeserializedErrorData = new CommonErrorData(innerException);
    }

    public new int ErrorCode => (int)base.ErrorCode!.Value;

    public new object? ErrorData => base.ErrorData;

    public new object? DeserializedErrorData => base.DeserializedErrorData;

    public override string ToString()
    {
        if (DeserializedErrorData is not CommonErrorData data) return base.ToString();
        return string.Join(Environment.NewLine, [base.ToString(), "RPC server exception:", .. Lines(data)]);
    }

    private static IEnumerable<string> Lines(CommonErrorData data)
    {
        string separator = "";
        for (var level = data; level is not null; level = level.Inner)
        {
            yield return $"{separator}{level.TypeName}: {level.Message}";
            if (level.StackTrace is { } stack) yield return stack;
            separator = " ---> ";
        }
    }
}
