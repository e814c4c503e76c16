namespace StreamJsonRpc;

/// <summary>How cancellation crosses the wire, both ways.</summary>
public interface ICancellationStrategy
{
    void CancelOutboundRequest(RequestId requestId);

    void OutboundRequestEnded(RequestId requestId);

    void IncomingRequestStarted(RequestId requestId, CancellationTokenSource cancellationTokenSource);

    void IncomingRequestEnded(RequestId requestId);
}
