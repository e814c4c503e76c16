using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation;

/// <summary>
/// The figures of a metric. A source's figure is the mean over its drawings with lines of a kind; a kind's figure is the mean over its sources, and the mean over all is that of the
/// kinds: sources of a kind and kinds count the same, however many drawings they have.
/// </summary>
public sealed class MetricTable
{
    private readonly Dictionary<(LineKind Kind, string Source, string Candidate), (double Parts, double Wholes)[]> _sums = [];
    private readonly SortedSet<string> _sources = new(StringComparer.Ordinal);
    private readonly SortedSet<LineKind> _kinds = [];

    internal MetricTable(Metric metric) => Metric = metric;

    /// <summary>What the figures are.</summary>
    public Metric Metric { get; }

    /// <summary>Sources with figures.</summary>
    public IReadOnlyCollection<string> Sources => _sources;

    /// <summary>Kinds of lines with figures.</summary>
    public IReadOnlyCollection<LineKind> Kinds => _kinds;

    /// <summary>The mean over the kinds, each counting the same; null if there is no figure.</summary>
    /// <param name="candidate">What was measured.</param>
    /// <param name="column">Place in the metric's columns.</param>
    public double? Mean(string candidate, int column) => OrRatio(column, at => Average(_kinds.Select(kind => Mean(candidate, at, kind))));

    /// <summary>The mean over the sources of a kind, each counting the same; null if there is no figure.</summary>
    /// <param name="candidate">What was measured.</param>
    /// <param name="column">Place in the metric's columns.</param>
    /// <param name="kind">The kind of lines.</param>
    public double? Mean(string candidate, int column, LineKind kind) =>
        OrRatio(column, at => Average(_sources.Select(source => Mean(candidate, at, kind, source))));

    /// <summary>The mean over the kinds of a source's drawings; null if there is no figure.</summary>
    /// <param name="candidate">What was measured.</param>
    /// <param name="column">Place in the metric's columns.</param>
    /// <param name="source">The source.</param>
    public double? Mean(string candidate, int column, string source) =>
        OrRatio(column, at => Average(_kinds.Select(kind => Mean(candidate, at, kind, source))));

    /// <summary>The mean over a source's drawings of a kind; null if there is no figure.</summary>
    /// <param name="candidate">What was measured.</param>
    /// <param name="column">Place in the metric's columns.</param>
    /// <param name="kind">The kind of lines.</param>
    /// <param name="source">The source.</param>
    public double? Mean(string candidate, int column, LineKind kind, string source) => OrRatio(column, at =>
        _sums.TryGetValue((kind, source, candidate), out (double Parts, double Wholes)[]? sums) && sums[at].Wholes > 0 ? sums[at].Parts / sums[at].Wholes : null);

    /// <summary>Adds a drawing's figure.</summary>
    internal void Add(EvaluationDrawing drawing, string candidate, int column, double value) => Add(drawing.Kind, drawing.Source, candidate, column, value);

    /// <summary>Adds a drawing's figure that is a part of a whole: a source's figure is the sum of the parts over the sum of the wholes.</summary>
    internal void Add(LineKind kind, string source, string candidate, int column, double part, double whole = 1)
    {
        if (!_sums.TryGetValue((kind, source, candidate), out (double Parts, double Wholes)[]? sums))
            _sums.Add((kind, source, candidate), sums = new (double, double)[Metric.Columns.Count]);
        _sources.Add(source);
        _kinds.Add(kind);
        sums[column] = (sums[column].Parts + part, sums[column].Wholes + whole);
    }

    private double? OrRatio(int column, Func<int, double?> figure)
    {
        if (!Metric.EndsWithRatio || column != Metric.Columns.Count - 1) return figure(column);
        return figure(1) is > 0 and { } whole ? figure(0) / whole : null;
    }

    private static double? Average(IEnumerable<double?> values)
    {
        double[] there = [.. values.OfType<double>()];
        return there.Length == 0 ? null : there.Average();
    }
}
