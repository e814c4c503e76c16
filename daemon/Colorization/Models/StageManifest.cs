namespace PdnColorize.Colorization.Models;

/// <summary>One stage of a model: a network that paints.</summary>
public sealed record StageManifest : NetworkManifest
{
    /// <summary>Input channels of the network: the sum over <see cref="Inputs"/>.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Pixels on the picture's short side that the stage works at: a multiple of 16, 64 to 2048.</summary>
    public required int ShortSide { get; init; }

    /// <summary>The input planes in the order of their channels.</summary>
    public required IReadOnlyList<InputPlane> Inputs { get; init; }

    /// <summary>
    /// Whether the network corrects what the hints alone give instead of painting from nothing: its output is added to confidence x propagated hints +
    /// (1 - confidence) x draft (nothing in stage 1). Needs propagated hints.
    /// </summary>
    public bool IsResidual { get; init; }

    internal override UNetLayout ToLayout() => new(InputChannels, BaseChannels);
}
