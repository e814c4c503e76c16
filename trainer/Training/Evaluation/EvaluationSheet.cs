namespace PdnColorize.Training.Evaluation;

/// <summary>A drawing of the report.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Key">The picture's name.</param>
/// <param name="Cells">Headings and JPEG files: line art with hints, each candidate's result, the original.</param>
public sealed record EvaluationSheet(string Source, string Key, IReadOnlyList<(string Heading, byte[] Jpeg)> Cells);
