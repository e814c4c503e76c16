using PdnColorize.Colorization.Models;

namespace PdnColorize.Training.Evaluation;

/// <summary>A model that was measured.</summary>
/// <param name="Label">How the tables call it; its name unless two models have the same.</param>
/// <param name="Manifest">What it says of itself.</param>
public sealed record EvaluatedModel(string Label, ModelManifest Manifest);
