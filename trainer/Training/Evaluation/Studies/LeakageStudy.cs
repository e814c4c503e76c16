using PdnColorize.Colorization;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>How much colours vary inside closed regions, against the original.</summary>
internal sealed class LeakageStudy : IStudy
{
    private readonly MetricTable _table = new(new Metric(
        "leakage", "Leakage", "Colour variance of the paper inside closed regions with 10 hints: the result's, the original's, and the result's over the original's.",
        ["result", "original", "ratio"], Preference.None)
    { EndsWithRatio = true });

    public IReadOnlyList<MetricTable> Tables => [_table];

    public void Measure(DrawingResults results)
    {
        PreparedDrawing drawing = results.Drawing.Prepared;
        RgbSquare colors = results.Drawing.Original.Original;
        double original = ColorLeakage.VarianceInRegions((pixel, channel) => colors.Pixels[(pixel * 3) + channel], drawing);
        IReadOnlyList<ColoredRow> rows = results.With(HintCounts.Usual).Rows;
        double[] values = results.MeasureAll(rows, picture => ColorLeakage.VarianceInRegions(picture, drawing));
        for (int i = 0; i < values.Length; i++)
        {
            _table.Add(results.Drawing, rows[i].Name, 0, values[i]);
            _table.Add(results.Drawing, rows[i].Name, 1, original);
        }
    }
}
