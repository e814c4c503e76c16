using PdnColorize.Colorization.LineArt;

namespace PdnColorize.Colorization;

/// <summary>What the user chose for a colorization.</summary>
public sealed record ColorizationOptions
{
    /// <summary>The defaults.</summary>
    public static ColorizationOptions Default { get; } = new();

    /// <summary>What is painted.</summary>
    public ResultKind Result { get; init; } = ResultKind.Composite;

    /// <summary>How far hints reach.</summary>
    public HintReach Reach { get; init; } = HintReach.Free;

    /// <summary>How the drawing becomes line art.</summary>
    public LineArtOptions LineArt { get; init; } = LineArtOptions.Default;
}
