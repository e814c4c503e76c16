namespace PdnColorize.Colorization.Models;

/// <summary>One network of a model: a weight file and the U-Net that it fits.</summary>
public abstract record NetworkManifest
{
    /// <summary>The weight file's name: no folder, ends in ".safetensors".</summary>
    public required string File { get; init; }

    /// <summary>The weight file's SHA-256, 64 hexadecimal digits. Empty only before <see cref="ModelFolderWriter"/> fills it in.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Output channels of the first layer, 32 in the article; all other layers follow from it. 1 to 128.</summary>
    public required int BaseChannels { get; init; }

    /// <summary>What is added to the variance before the root in every batch normalisation. 1e-5 in PyTorch, 2e-5 in Chainer.</summary>
    public double BatchNormEpsilon { get; init; } = 1e-5;

    /// <summary>The layers that the weights are for.</summary>
    internal abstract UNetLayout ToLayout();
}
