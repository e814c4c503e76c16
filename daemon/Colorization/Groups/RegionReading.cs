using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Groups;

/// <summary>What a reading network says of a drawing's regions.</summary>
/// <param name="Borders">Where colors end.</param>
/// <param name="Meeting">0 where it says nothing of two regions that they meet: inside wide areas of ink.</param>
/// <param name="Embedding">See <see cref="DrawingReading"/>; null for a network without.</param>
/// <param name="ColorOdds">The logarithm of each color's probability in each region, at index region x colors; null for a network without.</param>
internal sealed record RegionReading(LearnedBorders Borders, Plane<byte> Meeting, FeatureMap? Embedding, float[]? ColorOdds)
{
    /// <summary>Memory that this holds, about.</summary>
    public long Bytes => Borders.Map.Strength.Length + Borders.Working.Length + Meeting.Length + (sizeof(float) * ((Embedding?.Values.Length ?? 0) + (long)(ColorOdds?.Length ?? 0)));
}
