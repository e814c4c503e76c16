namespace PdnColorize.Datasets;

/// <summary>One line drawing of a picture.</summary>
/// <param name="Extractor">What drew it, for instance <c>xdog</c> or <c>article+dodge</c>.</param>
/// <param name="Grey">Width x height bytes, row after row: 0 is a black line, 255 white paper.</param>
public sealed record LineArtVariant(string Extractor, byte[] Grey);
