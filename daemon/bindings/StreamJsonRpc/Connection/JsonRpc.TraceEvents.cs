namespace StreamJsonRpc;

public partial class JsonRpc
{
    /// <summary>The ids of the events that <see cref="TraceSource"/> gets.</summary>
    public enum TraceEvents
    {
        LocalMethodAdded,
        LocalMethodNotAdded,
        LocalEventListenerAdded,
        ListeningStarted,
        ReceivedCancellation,
        RequestWithoutMatchingTarget,
        RequestReceived,
        MessageReceived,
        MessageSent,
        LocalInvocation,
        LocalInvocationError,
        ReceivedResult,
        ReceivedError,
        Closed,
        RequestAbandonedByRemote,
        LocalContractViolation,
        ProgressNotificationError,
        MethodArgumentDeserializationFailure,
        TransmissionFailed,
        ExceptionTypeNotFound,
        ExceptionNotSerializable,
        ExceptionNotDeserializable,
        IFormatterConverterDeserializationFailure,
    }
}
