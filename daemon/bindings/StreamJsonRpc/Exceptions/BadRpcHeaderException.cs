namespace StreamJsonRpc;

/// <summary>What came is not a frame: no length, a length that is not one, or a header beyond the limits.</summary>
public class BadRpcHeaderException : RemoteRpcException
{
    public BadRpcHeaderException(string? message)
        : base(message)
    {
    }

    public BadRpcHeaderException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
