namespace PdnColorize.Datasets.Pictures;

/// <summary>Ends the work on one picture; the build goes on with the others.</summary>
internal sealed class RejectException(RejectReason reason, string detail) : Exception(detail)
{
    public RejectReason Reason { get; } = reason;
}
