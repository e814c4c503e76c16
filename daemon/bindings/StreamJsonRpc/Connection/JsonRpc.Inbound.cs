using System.Diagnostics;
using StreamJsonRpc.Progress;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

public partial class JsonRpc
{
    private async Task ReadMessagesAsync()
    {
        lock (_startLock)
        {
            // Waits until StartListening has stored its task: an answer must not find a connection that does not listen.
        }

        try
        {
            while (!DisconnectedToken.IsCancellationRequested)
            {
                await _incoming.WaitForRoomAsync(DisconnectedToken).ConfigureAwait(false);
                var message = await _handler.ReadAsync(DisconnectedToken).ConfigureAwait(false);
                if (message is null)
                {
                    Disconnect(new JsonRpcDisconnectedEventArgs("Reached end of stream.", DisconnectedReason.RemotePartyTerminated));
                    return;
                }

                Handle(message);
            }
        }
        catch (Exception e) when (DisconnectedToken.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
        {
            // This side ended the connection and has said so.
        }
        catch (Exception e)
        {
            // No answer to bytes that are not a message: nothing says whose they are, or where the next message starts.
            Disconnect(new JsonRpcDisconnectedEventArgs(
                $"Reading JSON RPC from the stream failed with {e.GetType().Name}: {e.Message}", DisconnectedReason.StreamError, e));
        }
    }

    private void Handle(JsonRpcMessage message)
    {
        switch (message)
        {
            case JsonRpcRequest request:
                _ = HandleRequestAsync(request);
                break;
            case JsonRpcResult result when _pending.TryRemove(result.RequestId, out var call):
                result.SetExpectedResultType(call.ResultType);
                _formatter?.Progress.Forget(result.RequestId);
                call.Complete(result);
                break;
            case JsonRpcError error when _pending.TryRemove(error.RequestId, out var call):
                if (GetErrorDetailsDataType(error) is { } type) error.Error?.SetExpectedDataType(type);
                _formatter?.Progress.Forget(error.RequestId);
                call.Complete(error);
                break;
            default:
                Disconnect(new JsonRpcDisconnectedEventArgs(
                    "A response was received without a request having been sent.", DisconnectedReason.RemoteProtocolViolation));
                break;
        }
    }

    private async Task HandleRequestAsync(JsonRpcRequest request)
    {
        _incoming.Enter();
        try
        {
            if (request.Method == ProgressTracker.Method) ReportProgress(request);
            var response = await DispatchAsync(request).ConfigureAwait(false);
            if (response is not null) await RespondAsync(request, response).ConfigureAwait(false);
        }
        catch (Exception e) when (DisconnectedToken.IsCancellationRequested && e is OperationCanceledException or ObjectDisposedException)
        {
            // The peer that asked is gone.
        }
        catch (Exception e)
        {
            Disconnect(new JsonRpcDisconnectedEventArgs(
                $"Unexpected error processing JSON-RPC message: {e.Message}", DisconnectedReason.ParseError, e));
        }
        finally
        {
            _incoming.Leave();
        }
    }

    private void ReportProgress(JsonRpcRequest notification)
    {
        try
        {
            _formatter?.Progress.Report(notification);
        }
        catch (Exception e)
        {
            Trace(TraceEventType.Error, TraceEvents.ProgressNotificationError, $"Failed to report progress. {e}");
        }
    }

    private async Task RespondAsync(JsonRpcRequest request, JsonRpcMessage response)
    {
        if (!request.IsResponseExpected || IsDisposed) return;
        try
        {
            await SendAsync(response, DisconnectedToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!DisconnectedToken.IsCancellationRequested)
        {
            // The caller gets an answer even when the result cannot be written.
            Trace(TraceEventType.Error, TraceEvents.TransmissionFailed, $"Failed to send the response to {request}. {e}");
            var apology = CreateError(request, e);
            apology.Error!.Code = JsonRpcErrorCode.ResponseSerializationFailure;
            await SendAsync(apology, DisconnectedToken).ConfigureAwait(false);
        }
    }
}
