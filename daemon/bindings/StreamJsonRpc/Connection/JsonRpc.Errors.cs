using System.Diagnostics;
using System.Reflection;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

public partial class JsonRpc
{
    /// <summary>Whether an exception of a local method ends the connection; none does by default.</summary>
    protected virtual bool IsFatalException(Exception ex) => false;

    /// <summary>
    /// What the peer learns about a local exception: by default its message and, unless it is a <see cref="LocalRpcException"/>,
    /// type names and stack trace as <see cref="CommonErrorData"/>.
    /// </summary>
    protected virtual JsonRpcError.ErrorDetail CreateErrorDetails(JsonRpcRequest request, Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is LocalRpcException local
            ? new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)local.ErrorCode, Message = local.Message, Data = local.ErrorData }
            : new JsonRpcError.ErrorDetail
            {
                Code = JsonRpcErrorCode.InvocationError,
                Message = exception.Message,
                Data = new CommonErrorData(exception),
            };
    }

    /// <summary>The exception that a local caller gets for the peer's error.</summary>
    protected virtual RemoteRpcException CreateExceptionFromRpcError(JsonRpcRequest request, JsonRpcError response)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(response);
        var error = response.Error ?? throw new ArgumentException("The response has no error.", nameof(response));
        object? data = GetErrorDetailsDataType(response) is { } type ? error.GetData(type) : error.Data;
        return error.Code switch
        {
            JsonRpcErrorCode.InvalidParams or JsonRpcErrorCode.MethodNotFound =>
                new RemoteMethodNotFoundException(error.Message, request.Method!, error.Code, error.Data, data),
            JsonRpcErrorCode.ResponseSerializationFailure => new RemoteSerializationException(error.Message, error.Data, data),
            _ => new RemoteInvocationException(error.Message, (int)error.Code, error.Data, data),
        };
    }

    /// <summary>The type to read error data as; null leaves it as JSON.</summary>
    protected virtual Type? GetErrorDetailsDataType(JsonRpcError error) => typeof(CommonErrorData);

    private static JsonRpcError CreateCancellationResponse(JsonRpcRequest request) => new()
    {
        RequestId = request.RequestId,
        Error = new JsonRpcError.ErrorDetail { Code = JsonRpcErrorCode.RequestCanceled, Message = "The task was cancelled." },
    };

    private JsonRpcError Fail(JsonRpcRequest request, Exception exception)
    {
        // Wrappers say nothing that the caller wants to know.
        if (exception is TargetInvocationException or AggregateException && exception.InnerException is { } inner) exception = inner;
        if (IsFatalException(exception))
        {
            Disconnect(new JsonRpcDisconnectedEventArgs(
                $"A fatal exception was thrown from the server method {exception.GetType()}: {exception.Message}",
                DisconnectedReason.FatalException,
                exception));
        }

        return CreateError(request, exception);
    }

    private JsonRpcError CreateError(JsonRpcRequest request, Exception exception)
    {
        Trace(TraceEventType.Error, TraceEvents.LocalInvocationError, $"Exception thrown from {request}: {exception}");
        var detail = CreateErrorDetails(request, exception)
            ?? throw new InvalidOperationException($"{GetType().Name}.{nameof(CreateErrorDetails)} returned null.");
        return new JsonRpcError { RequestId = request.RequestId, Error = detail };
    }
}
