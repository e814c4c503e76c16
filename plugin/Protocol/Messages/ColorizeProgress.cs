namespace PdnColorize.Protocol.Messages;

/// <summary>How far a job is.</summary>
public sealed record ColorizeProgress
{
    /// <summary>Where it is.</summary>
    public required ColorizeStage Stage { get; init; }

    /// <summary>Done so far, of the whole job: 0..1, never falling.</summary>
    public required double Fraction { get; init; }

    /// <summary>While <see cref="ColorizeStage.Queued"/>: number of jobs ahead.</summary>
    public int? JobsAhead { get; init; }
}
