namespace PdnColorize.Colorization;

/// <summary>How long a step took.</summary>
/// <param name="Step">The step.</param>
/// <param name="Milliseconds">Its time.</param>
public readonly record struct StepTime(ColorizationStep Step, double Milliseconds);
