namespace PdnColorize.Protocol.Messages;

/// <summary>What was done; the picture itself is in <see cref="ColorizeRequest.Result"/>.</summary>
public sealed record ColorizeResponse
{
    /// <summary>Name of the model used.</summary>
    public required string Model { get; init; }

    /// <summary>What it ran on: cpu, cuda:0, ...; may differ from the daemon's device when that ran out of memory.</summary>
    public required string Device { get; init; }

    /// <summary>The drawing's line width in pixels, as estimated or given.</summary>
    public double LineWidth { get; init; }

    /// <summary>Number of closed regions found.</summary>
    public int RegionCount { get; init; }

    /// <summary>Number of hints: dots or strokes of one colour.</summary>
    public int HintCount { get; init; }

    /// <summary>The stages in order. One whose result an earlier request left behind is missing.</summary>
    public IReadOnlyList<StageTime> Times { get; init; } = [];

    /// <summary>From the request's arrival to the answer.</summary>
    public double TotalMilliseconds { get; init; }
}
