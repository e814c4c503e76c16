using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Groups;

/// <summary>What the reading network says of the parts of a picture.</summary>
internal sealed class PartTraits
{
    private readonly float[] _embeddings;
    private readonly int _size;

    /// <param name="parts">The parts.</param>
    /// <param name="reading">Of the same drawing, by a network with an embedding.</param>
    /// <param name="lines">0 ink, 255 paper, at working size.</param>
    public PartTraits(PartMap parts, RegionReading reading, Plane<byte> lines)
    {
        FeatureMap embedding = reading.Embedding ?? throw new ArgumentException("The network gives no embedding.", nameof(reading));
        (Parts, Reading, _size) = (parts, reading, embedding.Channels);
        _embeddings = embedding.Means(parts.Labels, parts.Count, lines);
        FeatureMap.Normalize(_embeddings, _size);
        Graph = RegionGraph.Create(parts.Labels, parts.Count, reading.Borders.Map, reading.Meeting);
    }

    public PartMap Parts { get; }

    public RegionReading Reading { get; }

    /// <summary>Which parts meet, and how strong the borders between them are.</summary>
    public RegionGraph Graph { get; }

    /// <summary>Mean embedding of a part, of length 1.</summary>
    public ReadOnlySpan<float> Embedding(int part) => _embeddings.AsSpan(part * _size, _size);

    /// <summary>Mean logarithm of each color's probability in a part's region.</summary>
    public ReadOnlySpan<float> ColorOdds(int part, int colors) => Reading.ColorOdds.AsSpan(Parts.Parts[part].Region * colors, colors);
}
