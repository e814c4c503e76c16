namespace PdnColorize.Training.Configuration;

/// <summary>How far a coloured picture is from its original, in the model's own range of values.</summary>
public enum ReconstructionLoss
{
    /// <summary>Mean absolute difference.</summary>
    L1,

    /// <summary>Mean squared difference, as in the article.</summary>
    Mse,
}
