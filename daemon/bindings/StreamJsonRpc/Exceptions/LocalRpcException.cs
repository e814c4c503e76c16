using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>Thrown by a local method to choose the error that its caller gets: code, message and data, and no stack trace.</summary>
public class LocalRpcException : Exception
{
    public LocalRpcException()
    {
    }

    public LocalRpcException(string? message)
        : base(message)
    {
    }

    public LocalRpcException(string? message, Exception? inner)
        : base(message, inner)
    {
    }

    public object? ErrorData { get; set; }

    /// <summary>JSON-RPC keeps -32768 to -32000 for itself; the default is its "server error".</summary>
    public int ErrorCode { get; set; } = (int)JsonRpcErrorCode.InvocationError;
}
