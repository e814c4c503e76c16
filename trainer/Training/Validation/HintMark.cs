namespace PdnColorize.Training.Validation;

/// <summary>Where a hint lies.</summary>
/// <param name="X">Its middle, in pixels from the left.</param>
/// <param name="Y">Its middle, in pixels from the top.</param>
/// <param name="Color">0xRRGGBB.</param>
internal readonly record struct HintMark(double X, double Y, int Color);
