namespace PdnColorize.Protocol.Messages;

/// <summary>What a caller says of itself.</summary>
public sealed record HelloRequest
{
    /// <summary>The protocol it speaks.</summary>
    public required ProtocolVersion Protocol { get; init; }

    /// <summary>What it is, for the log: "effect", "command line"; at most <see cref="ProtocolLimits.MaxNameLength"/> characters.</summary>
    public required string ClientName { get; init; }

    /// <summary>Its build, for the log; at most <see cref="ProtocolLimits.MaxNameLength"/> characters.</summary>
    public required string ClientBuild { get; init; }

    /// <summary>Its process.</summary>
    public int ProcessId { get; init; }
}
