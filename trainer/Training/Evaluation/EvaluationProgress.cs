namespace PdnColorize.Training.Evaluation;

/// <summary>How far an evaluation is.</summary>
/// <param name="Done">Drawings measured.</param>
/// <param name="Total">Drawings in all.</param>
public readonly record struct EvaluationProgress(int Done, int Total);
