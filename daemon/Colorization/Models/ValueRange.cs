namespace PdnColorize.Colorization.Models;

/// <summary>Which numbers a model uses for the darkest and the brightest value, for instance -1 and 1, or 0 and 255.</summary>
/// <param name="Minimum">The number for 0 of 255.</param>
/// <param name="Maximum">The number for 255 of 255; greater than <paramref name="Minimum"/>.</param>
public readonly record struct ValueRange(float Minimum, float Maximum);
