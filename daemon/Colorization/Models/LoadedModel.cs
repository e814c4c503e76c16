namespace PdnColorize.Colorization.Models;

/// <summary>A model whose files were all read and found right.</summary>
/// <param name="Folder">The folder's full path.</param>
/// <param name="Manifest">What model.json says.</param>
/// <param name="Stages">The weights, one entry a stage, in the manifest's order.</param>
/// <param name="Reading">The weights of the reading network; null when the model has none.</param>
public sealed record LoadedModel(string Folder, ModelManifest Manifest, IReadOnlyList<StageWeights> Stages, ReadingWeights? Reading = null);
