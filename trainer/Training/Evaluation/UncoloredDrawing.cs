namespace PdnColorize.Training.Evaluation;

/// <summary>A drawing that a model could not colour, at least with some of the hints; what it could not colour counts as white paper.</summary>
/// <param name="Model"><see cref="EvaluatedModel.Label"/>.</param>
/// <param name="Key">The picture's name.</param>
/// <param name="Times">How often it was tried in vain.</param>
/// <param name="Reason">Why it failed the first time: a sentence for the user.</param>
public sealed record UncoloredDrawing(string Model, string Key, int Times, string Reason);
