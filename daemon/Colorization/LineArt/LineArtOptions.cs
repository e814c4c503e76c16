namespace PdnColorize.Colorization.LineArt;

/// <summary>How a drawing becomes line art.</summary>
public sealed record LineArtOptions
{
    /// <summary>The defaults.</summary>
    public static LineArtOptions Default { get; } = new();

    /// <summary>
    /// Width of the lines in pixels of the drawing; null to estimate it.
    /// </summary>
    public double? LineWidth { get; init; }
}
