namespace PdnColorize.Training.Reports.Charts;

/// <summary>A curve.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Style">The class that gives it its colour in the style sheet.</param>
/// <param name="Values">Its values, one for each of the chart's steps; null where there is none.</param>
/// <param name="Decimals">Digits behind the point that tell its values apart.</param>
internal sealed record ChartSeries(string Name, string Style, IReadOnlyList<double?> Values, int Decimals)
{
    /// <summary>The same curve smoothed, drawn above the raw one; null if it needs none.</summary>
    public IReadOnlyList<double?>? Smoothed { get; init; }

    /// <summary>Whether each value is marked with a dot.</summary>
    public bool HasDots { get; init; }
}
