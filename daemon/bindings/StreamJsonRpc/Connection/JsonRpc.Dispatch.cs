using System.Diagnostics;
using StreamJsonRpc.Protocol;
using StreamJsonRpc.Targets;

namespace StreamJsonRpc;

public partial class JsonRpc
{
    /// <summary>Starts the local method, waits for it and turns its outcome into a response.</summary>
    protected virtual async ValueTask<JsonRpcMessage> DispatchRequestAsync(
        JsonRpcRequest request, TargetMethod targetMethod, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(targetMethod);
        try
        {
            // The first wait of this method, which keeps the order of the messages.
            object? returned = await targetMethod.InvokeAsync(cancellationToken).ConfigureAwait(false);
            var (result, type) = await MethodResult.WaitAsync(returned, targetMethod.ReturnType).ConfigureAwait(false);
            return new JsonRpcResult { RequestId = request.RequestId, Result = result, ResultDeclaredType = type };
        }
        catch (OperationCanceledException)
        {
            return CreateCancellationResponse(request);
        }
        catch (Exception e)
        {
            return Fail(request, e);
        }
    }

    /// <summary>The response; null for a notification that nobody takes.</summary>
    private async Task<JsonRpcMessage?> DispatchAsync(JsonRpcRequest request)
    {
        var cancellation = request.IsResponseExpected ? new CancellationTokenSource() : null;
        CancellationTokenRegistration onDisconnect = default;
        bool cancellable = false;
        try
        {
            if (cancellation is not null && CancelLocallyInvokedMethodsWhenConnectionIsClosed)
                onDisconnect = DisconnectedToken.UnsafeRegister(source => ((CancellationTokenSource)source!).Cancel(), cancellation);

            // Everything up to the start of the method happens on the reading side, before the next message is read: arguments
            // are read in order, and a cancellation finds its request.
            var target = _targets.Find(request, SynchronizationContextOrDefault);
            if (target is not { IsFound: true }) return NotFound(request, target);
            if (cancellation is not null && target.AcceptsCancellationToken)
            {
                CancellationStrategy?.IncomingRequestStarted(request.RequestId, cancellation);
                cancellable = true;
            }

            return await DispatchRequestAsync(request, target, cancellation?.Token ?? default).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            return Fail(request, e);
        }
        finally
        {
            if (cancellable) CancellationStrategy?.IncomingRequestEnded(request.RequestId);
            await onDisconnect.DisposeAsync().ConfigureAwait(false);
        }
    }

    private JsonRpcError? NotFound(JsonRpcRequest request, TargetMethod? target)
    {
        string message = target is null ? $"No method by the name '{request.Method}' is found." : target.LookupErrorMessage;
        if (request.Method != Progress.ProgressTracker.Method)
            Trace(TraceEventType.Warning, TraceEvents.RequestWithoutMatchingTarget, message);
        if (!request.IsResponseExpected) return null;

        var failures = target?.ArgumentDeserializationFailures;
        return new JsonRpcError
        {
            RequestId = request.RequestId,
            Error = new JsonRpcError.ErrorDetail
            {
                Code = target is null ? JsonRpcErrorCode.MethodNotFound : JsonRpcErrorCode.InvalidParams,
                Message = message,
                Data = failures is null ? null : new CommonErrorData(failures),
            },
        };
    }
}
