namespace PdnColorize.Colorization.Models;

/// <summary>
/// The network that reads a drawing: from ink (1 channel, 0 paper to 1 black) to where colours differ. Its first output is the logit that they differ across a pixel; the next
/// ones, if any, are an embedding of the pixel, near for pixels whose colors agree; the last ones, if any, say which of some colors it is likely to have.
/// </summary>
public sealed record ReadingManifest : NetworkManifest
{
    /// <summary>Channels of the input: the ink.</summary>
    public const int InputChannels = 1;

    /// <summary>Output channels that a reading network may have: one for the border, 32 for an embedding, 128 for colors.</summary>
    public const int MaximumOutputChannels = 1 + 32 + MaximumColors;

    /// <summary>Colors that it may tell apart.</summary>
    public const int MaximumColors = 128;

    /// <summary>Output channels: 1, or more with an embedding and colors.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>The colors of the last output channels, 0xRRGGBB, the first being paper; empty for a network that guesses none.</summary>
    public IReadOnlyList<int> Colors { get; init; } = [];

    /// <summary>Numbers of the embedding.</summary>
    internal int EmbeddingSize => OutputChannels - 1 - Colors.Count;

    /// <summary>Pixels on the picture's long side that the network reads at: a multiple of 16, 64 to 1024.</summary>
    public required int LongSide { get; init; }

    internal override UNetLayout ToLayout() => new(InputChannels, BaseChannels, OutputChannels);
}
