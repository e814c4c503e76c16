namespace PdnColorize.Colorization.Models;

/// <summary>
/// The network that reads a drawing: from ink (1 channel, 0 paper to 1 black) to where colours differ. Its first output is the logit that they differ across a pixel; further
/// ones, if any, are an embedding of the pixel, near for pixels whose colours agree.
/// </summary>
public sealed record ReadingManifest : NetworkManifest
{
    /// <summary>Channels of the input: the ink.</summary>
    public const int InputChannels = 1;

    /// <summary>Output channels that a reading network may have: one for the border, 32 for an embedding.</summary>
    public const int MaximumOutputChannels = 33;

    /// <summary>Output channels: 1, or more with an embedding.</summary>
    public required int OutputChannels { get; init; }

    /// <summary>Pixels on the picture's long side that the network reads at: a multiple of 16, 64 to 1024.</summary>
    public required int LongSide { get; init; }

    internal override UNetLayout ToLayout() => new(InputChannels, BaseChannels, OutputChannels);
}
