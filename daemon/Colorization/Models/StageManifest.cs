namespace PdnColorize.Colorization.Models;

/// <summary>One stage of a model: a weight file and the network that it fits.</summary>
public sealed record StageManifest
{
    /// <summary>The weight file's name: no folder, ends in ".safetensors".</summary>
    public required string File { get; init; }

    /// <summary>The weight file's SHA-256, 64 hexadecimal digits. Empty only before <see cref="ModelFolderWriter"/> fills it in.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Input channels of the network: the sum over <see cref="Inputs"/>.</summary>
    public required int InputChannels { get; init; }

    /// <summary>Output channels of the first layer, 32 in the article; all other layers follow from it. 1 to 128.</summary>
    public required int BaseChannels { get; init; }

    /// <summary>Pixels on the picture's short side that the stage works at: a multiple of 16, 64 to 2048.</summary>
    public required int ShortSide { get; init; }

    /// <summary>The input planes in the order of their channels.</summary>
    public required IReadOnlyList<InputPlane> Inputs { get; init; }

    /// <summary>
    /// Whether the network corrects what the hints alone give instead of painting from nothing: its output is added to confidence x propagated hints +
    /// (1 - confidence) x draft (nothing in stage 1). Needs propagated hints.
    /// </summary>
    public bool IsResidual { get; init; }

    /// <summary>What is added to the variance before the root in every batch normalisation. 1e-5 in PyTorch, 2e-5 in Chainer.</summary>
    public double BatchNormEpsilon { get; init; } = 1e-5;
}
