namespace PdnColorize.Protocol.Messages;

/// <summary>What the daemon says of itself. A daemon of another major version answers as well: the caller decides what to do.</summary>
public sealed record HelloResponse
{
    /// <summary>The protocol it speaks.</summary>
    public required ProtocolVersion Protocol { get; init; }

    /// <summary>Its build.</summary>
    public required string Build { get; init; }

    /// <summary>Its process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>What it offers beyond version 1.0, by the names in <see cref="DaemonCapabilities"/>.</summary>
    public IReadOnlyList<string> Capabilities { get; init; } = [];

    /// <summary>What it accepts.</summary>
    public DaemonLimits Limits { get; init; } = new();
}
