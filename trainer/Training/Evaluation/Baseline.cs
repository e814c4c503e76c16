namespace PdnColorize.Training.Evaluation;

/// <summary>A way to colour without our networks, for comparison.</summary>
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

    /// <summary>G'MIC's filter <c>fx_colorize_lineart</c>, run as a program of its own.</summary>
    Gmic,

    /// <summary>Hints flood up to the borders between the original's colours, which no drawing tells: what perfect reading of the lines would give.</summary>
    TrueBorders,
}
