namespace PdnColorize.Training.FineTuning;

/// <summary>What batch normalisation normalises by while a network is fine-tuned.</summary>
public enum BatchStatistics
{
    /// <summary>Mean and variance of each batch, as in training from nothing; what is exported follows them.</summary>
    Batch,

    /// <summary>The start's, unchanged: a few pictures are too few to measure them, and training sees the very network that will colour.</summary>
    Start,
}
