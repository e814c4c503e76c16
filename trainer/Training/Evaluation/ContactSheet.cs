namespace PdnColorize.Training.Evaluation;

/// <summary>A picture of several drawings, each with its colours before and after, to be looked at.</summary>
/// <param name="FileName">Its file beside the report.</param>
/// <param name="Png">The file.</param>
public sealed record ContactSheet(string FileName, byte[] Png);
