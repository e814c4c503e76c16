using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>Turns one hint's hue: what changes outside the region that it stands in?</summary>
internal sealed class LocalityStudy : IStudy
{
    private readonly MetricTable _table = new(new Metric(
        "locality", "Locality",
        "One of 10 hints turns its hue by 180 degrees: mean CIEDE2000 between the two results outside the hint's region, inside it, and outside over inside.",
        ["outside", "inside", "ratio"], Preference.None)
    { Decimals = 3, EndsWithRatio = true });

    public IReadOnlyList<MetricTable> Tables => [_table];

    public void Measure(DrawingResults results)
    {
        (HintSet hints, IReadOnlyList<ColoredRow> rows) = results.With(HintCounts.Usual);
        SampleRandom random = new(StableHash.Of("evaluation locality", 0, results.Drawing.Key));
        if (HintLocality.Create(hints, results.Drawing.Prepared, random) is not { } locality) return;
        Dictionary<string, Picture> before = rows.ToDictionary(row => row.Name, row => row.Picture);
        foreach (ColoredRow after in results.Color(results.Drawing.Prepared, locality.ChangedHints))
        {
            (double inside, double outside) = locality.Compare(before[after.Name], after.Picture);
            _table.Add(results.Drawing, after.Name, 0, outside);
            _table.Add(results.Drawing, after.Name, 1, inside);
        }
    }
}
