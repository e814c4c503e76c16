namespace PdnColorize.Training.Evaluation;

/// <summary>What a table of figures is about.</summary>
/// <param name="Id">Its name in the JSON file.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Note">One or two sentences: what was measured, and in which unit.</param>
/// <param name="Columns">Headings of the columns, for instance numbers of hints.</param>
/// <param name="Better">Which figures are the better ones.</param>
public sealed record Metric(string Id, string Title, string Note, IReadOnlyList<string> Columns, Preference Better)
{
    /// <summary>Decimals worth reading.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>
    /// Whether the last column is the first one's mean over the second one's. The mean of the pictures' own ratios would be ruled by the few pictures whose divisor is near 0.
    /// </summary>
    public bool EndsWithRatio { get; init; }
}
