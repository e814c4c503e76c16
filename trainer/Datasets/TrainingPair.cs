namespace PdnColorize.Datasets;

/// <summary>A colour picture and the line drawings made from it, all of one size.</summary>
/// <param name="Key">The picture's name: the path in its input folder, with forward slashes. Unique in a data set.</param>
/// <param name="Group">The story, character or style that it belongs to; empty when unknown. Never split a group between training and validation.</param>
/// <param name="Weight">How often to sample it, relative to the others; above 0.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="ColorRgb">Width x height x 3 bytes: red, green, blue, row after row.</param>
/// <param name="Lines">The line drawings, at least one.</param>
public sealed record TrainingPair(
    string Key, string Group, float Weight, int Width, int Height, byte[] ColorRgb, IReadOnlyList<LineArtVariant> Lines);
