namespace PdnColorize.Protocol.Messages;

/// <summary>How a daemon is.</summary>
public sealed record StatusResponse
{
    /// <summary>Its build.</summary>
    public required string Build { get; init; }

    /// <summary>Its process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>What the networks run on: cpu, cuda:0, ...</summary>
    public required string Device { get; init; }

    /// <summary>The model in memory; null when none is.</summary>
    public string? Model { get; init; }

    /// <summary>What the process holds in main memory, in bytes.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>
    /// What it holds in the GPU's memory, in bytes; null when unknown or without a GPU. TorchSharp 0.107 has no call that tells, so today's daemon leaves it null.
    /// </summary>
    public long? DeviceMemoryBytes { get; init; }

    /// <summary>Jobs that run: 0 or 1.</summary>
    public int RunningJobs { get; init; }

    /// <summary>Jobs that wait.</summary>
    public int WaitingJobs { get; init; }

    /// <summary>Jobs finished well since the start.</summary>
    public long FinishedJobs { get; init; }

    /// <summary>Jobs that ended with an error since the start; cancelled ones do not count.</summary>
    public long FailedJobs { get; init; }

    /// <summary>Open connections, this one included.</summary>
    public int Connections { get; init; }

    /// <summary>Seconds since the start.</summary>
    public double UptimeSeconds { get; init; }

    /// <summary>Seconds without work after which it ends.</summary>
    public double IdleLimitSeconds { get; init; }

    /// <summary>The last error of a job; null when there was none.</summary>
    public ErrorReport? LastError { get; init; }
}
