namespace PdnColorize.Training.Evaluation;

/// <summary>A chosen picture that could not be measured.</summary>
/// <param name="Key">The picture's name.</param>
/// <param name="Reason">Why: a sentence for the user.</param>
public sealed record LeftOutPicture(string Key, string Reason);
