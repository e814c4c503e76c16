namespace PdnColorize.Training.Evaluation;

/// <summary>Where more hints make a candidate's results worse, on average over a source's drawings.</summary>
/// <param name="MetricId"><see cref="Metric.Id"/>: random dots, or dots in the largest regions.</param>
/// <param name="Candidate">The row of the tables.</param>
/// <param name="Source">The source.</param>
/// <param name="Fewer">The column with fewer hints.</param>
/// <param name="More">The next column.</param>
/// <param name="Loss">By how many dB of PSNR the latter is worse.</param>
public sealed record HintSetback(string MetricId, string Candidate, string Source, string Fewer, string More, double Loss)
{
    /// <summary>More random dots than this say little about single drawings, and users paint fewer.</summary>
    private const int MostHints = 25;

    /// <summary>Losses that two decimals do not show are none.</summary>
    private const double LeastLoss = 0.005;

    /// <summary>Looks for setbacks in a table of PSNR by number of hints.</summary>
    /// <param name="table">The table; its columns are ascending numbers of hints.</param>
    /// <param name="candidates">The rows to look at.</param>
    internal static IEnumerable<HintSetback> Find(MetricTable table, IEnumerable<string> candidates)
    {
        string[] columns = [.. table.Metric.Columns.TakeWhile(column => int.Parse(column, System.Globalization.CultureInfo.InvariantCulture) <= MostHints)];
        foreach (string candidate in candidates)
        {
            foreach (string source in table.Sources)
            {
                for (int column = 1; column < columns.Length; column++)
                {
                    if (table.Mean(candidate, column - 1, source) - table.Mean(candidate, column, source) is not { } loss || loss < LeastLoss) continue;
                    yield return new HintSetback(table.Metric.Id, candidate, source, columns[column - 1], columns[column], loss);
                }
            }
        }
    }
}
