namespace PdnColorize.Training.Configuration;

/// <summary>Which stages a run trains.</summary>
public enum StageSelection
{
    /// <summary>Stage 1 alone; the model has one stage.</summary>
    First,

    /// <summary>Stage 2 on a stage 1 that the run folder already holds.</summary>
    Second,

    /// <summary>Stage 1, then stage 2.</summary>
    Both,
}
