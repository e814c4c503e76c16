namespace PdnColorize.Training.Evaluation;

/// <summary>A way to colour without a network, for comparison.</summary>
public enum Baseline
{
    /// <summary>White paper.</summary>
    White,

    /// <summary>Each pixel takes the colour of the hint nearest to it as the crow flies; lines count for nothing.</summary>
    Nearest,

    /// <summary>A plain watershed: hints flood the line art by its darkness, on flat paper first come, first served.</summary>
    Watershed,

    /// <summary>The flood by distance to the lines that our models get as an input, taken for the result.</summary>
    Propagation,
}
