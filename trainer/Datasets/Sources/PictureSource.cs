namespace PdnColorize.Datasets.Sources;

/// <summary>A picture file that a data set is built from.</summary>
/// <param name="Key">Its name in the data set.</param>
/// <param name="Path">Where the file lies.</param>
/// <param name="Group">Its story, character or style; empty when unknown.</param>
/// <param name="Weight">Sampling weight, above 0.</param>
/// <param name="LinePath">Where its true line art lies; null if it has none.</param>
internal sealed record PictureSource(string Key, string Path, string Group, float Weight, string? LinePath = null);
