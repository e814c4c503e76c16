namespace PdnColorize.Protocol.Messages;

/// <summary>How long a stage took.</summary>
public sealed record StageTime
{
    /// <summary>The stage.</summary>
    public required ColorizeStage Stage { get; init; }

    /// <summary>Its time.</summary>
    public required double Milliseconds { get; init; }
}
