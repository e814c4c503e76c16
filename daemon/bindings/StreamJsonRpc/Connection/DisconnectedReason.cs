namespace StreamJsonRpc;

public enum DisconnectedReason
{
    StreamError,
    ParseError,
    LocallyDisposed,
    RemotePartyTerminated,
    FatalException,
    LocalContractViolation,
    RemoteProtocolViolation,
}
