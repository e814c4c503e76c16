namespace PdnColorize.Training.Evaluation;

/// <summary>The figures of a metric: for each candidate and column, the mean over a source's pictures, and the mean of those over the sources.</summary>
public sealed class MetricTable
{
    private readonly Dictionary<(string Source, string Candidate), (double Sum, int Count)[]> _sums = [];
    private readonly SortedSet<string> _sources = new(StringComparer.Ordinal);

    internal MetricTable(Metric metric) => Metric = metric;

    /// <summary>What the figures are.</summary>
    public Metric Metric { get; }

    /// <summary>Sources with figures.</summary>
    public IReadOnlyCollection<string> Sources => _sources;

    /// <summary>The mean over the sources, each counting the same; null if there is no figure.</summary>
    /// <param name="candidate">What was measured.</param>
    /// <param name="column">Place in the metric's columns.</param>
    public double? Mean(string candidate, int column)
    {
        if (IsRatio(column)) return Ratio(Mean(candidate, 0), Mean(candidate, 1));
        double[] means = [.. _sources.Select(source => Mean(candidate, column, source)).OfType<double>()];
        return means.Length == 0 ? null : means.Average();
    }

    /// <summary>The mean over a source's pictures; null if there is no figure.</summary>
    /// <param name="candidate">What was measured.</param>
    /// <param name="column">Place in the metric's columns.</param>
    /// <param name="source">The source.</param>
    public double? Mean(string candidate, int column, string source)
    {
        if (IsRatio(column)) return Ratio(Mean(candidate, 0, source), Mean(candidate, 1, source));
        if (!_sums.TryGetValue((source, candidate), out (double Sum, int Count)[]? sums)) return null;
        return sums[column].Count == 0 ? null : sums[column].Sum / sums[column].Count;
    }

    /// <summary>Adds a picture's figure.</summary>
    internal void Add(string source, string candidate, int column, double value)
    {
        if (!_sums.TryGetValue((source, candidate), out (double Sum, int Count)[]? sums))
            _sums.Add((source, candidate), sums = new (double, int)[Metric.Columns.Count]);
        _sources.Add(source);
        sums[column] = (sums[column].Sum + value, sums[column].Count + 1);
    }

    private bool IsRatio(int column) => Metric.EndsWithRatio && column == Metric.Columns.Count - 1;

    private static double? Ratio(double? part, double? whole) => whole > 0 ? part / whole : null;
}
