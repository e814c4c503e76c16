namespace PdnColorize.Host.Batch;

/// <summary>One picture to colour.</summary>
/// <param name="Input">The drawing's file.</param>
/// <param name="Hints">The hint layer's file; null for none.</param>
/// <param name="Output">Where the result goes.</param>
internal sealed record PictureJob(string Input, string? Hints, string Output);
