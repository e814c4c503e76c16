namespace PdnColorize.Effect.Layers;

/// <summary>Which layer is what.</summary>
/// <param name="LineArt">Indices of the layers that hold the lines, from the bottom up; at least one.</param>
/// <param name="IsComposed">Whether the lines' layers are brought together as they are shown; otherwise it is a single one, taken as it is.</param>
/// <param name="Hints">Index of the layer with the hints; null for none.</param>
internal sealed record LayerRoles(IReadOnlyList<int> LineArt, bool IsComposed, int? Hints);
