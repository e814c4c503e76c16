namespace PdnColorize.Colorization.Models;

/// <summary>How a model wants its hints.</summary>
public sealed record HintSettings
{
    /// <summary>How the model is told where there is no hint.</summary>
    public required HintEncoding Encoding { get; init; }

    /// <summary>
    /// The three values that mean "no hint", in the model's colour space and value range; empty for <see
    /// cref="HintEncoding.Mask"/>.
    /// </summary>
    public IReadOnlyList<float> Sentinel { get; init; } = [];

    /// <summary>How to make the propagated planes, or null if the model has none.</summary>
    public HintPropagation? Propagated { get; init; }
}
