namespace PdnColorize.Protocol.Messages;

/// <summary>An error that a job ended with.</summary>
public sealed record ErrorReport
{
    /// <summary>Its code, one of <see cref="Errors.DaemonErrorCode"/>.</summary>
    public required int Code { get; init; }

    /// <summary>What the user was told.</summary>
    public required string Message { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset Time { get; init; }
}
