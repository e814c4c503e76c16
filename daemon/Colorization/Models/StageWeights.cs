using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Models;

/// <summary>The checked weights of one stage.</summary>
public sealed class StageWeights : NetworkWeights
{
    private StageWeights(StageManifest settings, IReadOnlyList<SafetensorsTensor> tensors, string source)
        : base(settings.ToLayout(), tensors, source) => Settings = settings;

    /// <inheritdoc/>
    public override StageManifest Settings { get; }

    /// <summary>Checks tensors against what the manifest says.</summary>
    /// <param name="settings">The stage in a valid manifest.</param>
    /// <param name="tensors">The tensors, in any order.</param>
    /// <param name="source">The weight file's path, for messages.</param>
    /// <exception cref="ModelException"><see cref="ModelError.ShapeMismatch"/> or <see cref="ModelError.FileInvalid"/>.</exception>
    internal static StageWeights Check(StageManifest settings, IReadOnlyList<SafetensorsTensor> tensors, string source) => new(settings, tensors, source);
}
