namespace PdnColorize.Datasets;

/// <summary>How often and how far <see cref="LineArtRandomizer"/> changes line art. Probabilities are 0..1 and independent of each other.</summary>
public sealed record LineArtRandomizerOptions
{
    /// <summary>Probability that lines become wider or thinner.</summary>
    public double Width { get; init; } = 0.6;

    /// <summary>Most pixels by which an edge of a line moves outward (wider), 0 to 8; a line grows by twice that.</summary>
    public double MostWidening { get; init; } = 2;

    /// <summary>Most pixels by which an edge of a line moves inward, 0 to 8. Lines thinned away altogether come back as faint ones.</summary>
    public double MostThinning { get; init; } = 1;

    /// <summary>Probability that lines become fainter.</summary>
    public double Darkness { get; init; } = 0.5;

    /// <summary>The faintest that lines become: the share of their darkness that is left, 0..1. AlacGAN uses 0.7; pencil needs less.</summary>
    public double LeastDarkness { get; init; } = 0.45;

    /// <summary>Probability of gaps in the lines.</summary>
    public double Gaps { get; init; } = 0.3;

    /// <summary>Most gaps in each 10,000 pixels of line.</summary>
    public double MostGaps { get; init; } = 25;

    /// <summary>Probability that the paper is not white: grey, or a gradient as of a photographed page.</summary>
    public double Paper { get; init; } = 0.25;

    /// <summary>The darkest paper, 0..255.</summary>
    public double DarkestPaper { get; init; } = 190;

    /// <summary>Probability of pencil grain: noise in the lines, a little on the paper.</summary>
    public double Pencil { get; init; } = 0.25;

    /// <summary>Probability that greys become black or white, as in bitmap ink.</summary>
    public double Binarise { get; init; } = 0.15;

    /// <summary>Probability of blur.</summary>
    public double Blur { get; init; } = 0.2;

    /// <summary>Largest standard deviation of the blur in pixels.</summary>
    public double MostBlur { get; init; } = 1.2;
}
