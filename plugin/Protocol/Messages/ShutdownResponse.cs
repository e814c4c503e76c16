namespace PdnColorize.Protocol.Messages;

/// <summary>The daemon is going to end.</summary>
public sealed record ShutdownResponse
{
    /// <summary>The process to wait for.</summary>
    public required int ProcessId { get; init; }
}
