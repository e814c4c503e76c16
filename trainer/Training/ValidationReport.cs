using PdnColorize.Training.Validation;

namespace PdnColorize.Training;

/// <summary>A validation.</summary>
/// <param name="Stage">The stage, 1 or 2.</param>
/// <param name="Step">Steps taken before it.</param>
/// <param name="Result">What it found.</param>
/// <param name="IsBest">Whether no earlier one was better.</param>
public sealed record ValidationReport(int Stage, long Step, ValidationResult Result, bool IsBest)
{
    /// <summary>The first pictures, coloured, for the eye.</summary>
    internal IReadOnlyList<ColoredSample> Samples { get; init; } = [];
}
