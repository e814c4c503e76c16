using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Groups;

/// <summary>What a reading network says of a drawing, pixel by pixel.</summary>
/// <param name="Borders">Where colors differ.</param>
/// <param name="Embedding">Vectors of length 1, near for pixels whose colors agree; null for a network without.</param>
/// <param name="Colors">The logarithm of each color's probability, in the order of the model's colors; null for a network without.</param>
internal sealed record DrawingReading(BorderMap Borders, FeatureMap? Embedding = null, FeatureMap? Colors = null);
