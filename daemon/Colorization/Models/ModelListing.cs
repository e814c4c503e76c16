namespace PdnColorize.Colorization.Models;

/// <summary>A folder in a <see cref="ModelStore"/> that holds a model, good or bad.</summary>
/// <param name="Name">The folder's name, by which the store finds it.</param>
/// <param name="Folder">The folder's full path.</param>
/// <param name="Manifest">What its model.json says, or null if there is a problem.</param>
/// <param name="Problem">Why it cannot be used, or null. Weights are not read for a listing.</param>
public sealed record ModelListing(string Name, string Folder, ModelManifest? Manifest, ModelException? Problem);
