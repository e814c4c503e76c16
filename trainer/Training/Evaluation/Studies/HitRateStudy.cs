using PdnColorize.Colorization.Hints;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>Whether hints are obeyed where they stand.</summary>
internal sealed class HitRateStudy(int[] hintCounts) : IStudy
{
    private readonly MetricTable _table = new(new Metric(
        "hitRate", "Hint hit rate", "Share of the hints whose mean colour in the result differs from theirs by less than 5 (CIEDE2000), by number of random dots.",
        [.. hintCounts.Select(HintCounts.Heading)], Preference.Higher)
    { Decimals = 3 });

    public IReadOnlyList<MetricTable> Tables => [_table];

    public void Measure(DrawingResults results)
    {
        float[] distances = results.Drawing.Prepared.Distances;
        for (int column = 0; column < hintCounts.Length; column++)
        {
            (HintSet hints, IReadOnlyList<ColoredRow> rows) = results.With(hintCounts[column]);
            IReadOnlyList<PaintedHint> painted = PaintedHint.Of(hints);
            foreach (ColoredRow row in rows)
                if (HintHits.Share(row.Picture, painted, at => distances[at] > 0) is { } share) _table.Add(results.Drawing, row.Name, column, share);
        }
    }
}
