namespace PdnColorize.Training.Checkpoints;

/// <summary>
/// The numbers of a checkpoint. There is no state of a random generator among them: after the first weights every random choice is a function of seed and step.
/// </summary>
public sealed record CheckpointState
{
    /// <summary>Version of the layout; 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The stage, 1 or 2.</summary>
    public required int Stage { get; init; }

    /// <summary>Steps taken.</summary>
    public required long Step { get; init; }

    /// <summary>Steps that the discriminator has taken.</summary>
    public long DiscriminatorSteps { get; init; }

    /// <summary>The best validation so far, in dB; null before the first.</summary>
    public double? BestScore { get; init; }

    /// <summary>What the score is the mean of, and over which drawings; scores of different kinds cannot be compared.</summary>
    public string BestScoreOf { get; init; } = "";

    /// <summary>The step of the best validation.</summary>
    public long BestStep { get; init; }

    /// <summary>Seconds spent in training so far.</summary>
    public double Seconds { get; init; }

    /// <summary>Stands for the data that the run began with.</summary>
    public required string Data { get; init; }
}
