namespace PdnColorize.Datasets;

/// <summary>What is known of a picture of a data set without decoding it.</summary>
/// <param name="Key">The picture's name, as in <see cref="TrainingPair.Key"/>.</param>
/// <param name="Group">The story, character or style that it belongs to; empty when unknown.</param>
/// <param name="Weight">How often to sample it, relative to the others; above 0.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Number of rows.</param>
public sealed record PictureFacts(string Key, string Group, float Weight, int Width, int Height);
