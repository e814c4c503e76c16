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

    /// <summary>Which guess is painted where no hint says the color: 0 for the likeliest; each other number for another one, the same each time.</summary>
    public int Seed { get; init; }

    /// <summary>How the drawing becomes line art.</summary>
    public LineArtOptions LineArt { get; init; } = LineArtOptions.Default;
}
