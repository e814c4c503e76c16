namespace StreamJsonRpc.Protocol;

/// <summary>The error codes of JSON-RPC 2.0, of the language server protocol (RequestCanceled) and of StreamJsonRpc (-32000 to -32004).</summary>
public enum JsonRpcErrorCode
{
    InvocationError = -32000,
    NoMarshaledObjectFound = -32001,
    ResponseSerializationFailure = -32003,
    InvocationErrorWithException = -32004,
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    RequestCanceled = -32800,
}
