using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Models;

/// <summary>The checked weights of a reading network.</summary>
public sealed class ReadingWeights : NetworkWeights
{
    private ReadingWeights(ReadingManifest settings, IReadOnlyList<SafetensorsTensor> tensors, string source)
        : base(settings.ToLayout(), tensors, source) => Settings = settings;

    /// <inheritdoc/>
    public override ReadingManifest Settings { get; }

    /// <summary>Checks tensors against what the manifest says.</summary>
    /// <param name="settings">The network in a valid manifest.</param>
    /// <param name="tensors">The tensors, in any order.</param>
    /// <param name="source">The weight file's path, for messages.</param>
    /// <exception cref="ModelException"><see cref="ModelError.ShapeMismatch"/> or <see cref="ModelError.FileInvalid"/>.</exception>
    internal static ReadingWeights Check(ReadingManifest settings, IReadOnlyList<SafetensorsTensor> tensors, string source) => new(settings, tensors, source);
}
