using System.Text;
using PdnColorize.Training.Reports.Charts;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Reports;

/// <summary>The charts of a stage.</summary>
internal static class StageCharts
{
    /// <summary>Every loss and what goes with it: chart, column of the table, name, style, and whether 0 means that there was none yet.</summary>
    private static readonly (string Chart, string Title, (string Column, string Name, string Style, bool ZeroIsNone)[] Curves)[] Charts =
    [
        ("losses", "Losses: distance to the original, at the hints, and between twins",
            [("total", "total", "c1", false), ("reconstruction", "picture", "c2", false), ("hint", "hints", "c3", true), ("locality", "between twins", "c4", true)]),
        ("adversary", "Adversary: cross entropies", [("adversarial", "adversarial", "c4", true), ("discriminator", "discriminator", "c5", true)]),
        ("gradient", "Norm of the gradient before clipping", [("gradientNorm", "norm", "c1", false)]),
        ("rate", "Learning rate", [("learningRate", "rate", "c2", false)]),
        ("pace", "Pictures a second", [("picturesPerSecond", "pictures/s", "c3", false)]),
    ];

    /// <summary>Appends the charts that have something to show.</summary>
    public static void Write(StringBuilder page, MetricsTable table, int stage)
    {
        page.Append("<div class=\"charts\">\n");
        WriteValidations(page, PastValidation.Of(table, stage), stage);
        foreach ((string chart, string title, var curves) in Charts) WriteSteps(page, table, stage, chart, title, curves);
        page.Append("</div>\n");
    }

    private static void WriteValidations(StringBuilder page, IReadOnlyList<PastValidation> validations, int stage)
    {
        if (validations.Count == 0) return;
        IEnumerable<ChartSeries> curves = ValidationResult.HintCounts.Select((hints, i) => new ChartSeries(
            hints == 0 ? "no hints" : hints == 1 ? "1 hint" : $"{hints} hints", $"h{i}", [.. validations.Select(one => one.Psnr[i])], Decimals: 2)
        { HasDots = true });
        ChartSeries score = new("score (mean)", "score", [.. validations.Select(one => one.Score)], Decimals: 2);
        new LineChart($"stage{stage}-psnr", "Validation: PSNR in dB by number of hints", [.. validations.Select(one => (double)one.Step)], [.. curves.Reverse(), score], isLarge: true).Write(page);
    }

    private static void WriteSteps(
        StringBuilder page, MetricsTable table, int stage, string chart, string title, (string Column, string Name, string Style, bool ZeroIsNone)[] curves)
    {
        int[] rows = [.. table.RowsOf(stage, curves[0].Column)];
        if (rows.Length == 0) return;
        bool smooths = chart is not ("rate" or "pace");
        List<ChartSeries> series = [];
        foreach ((string column, string name, string style, bool zeroIsNone) in curves)
        {
            double?[] values = [.. rows.Select(row => table.At(row, column) is { } value && !(zeroIsNone && value == 0) ? value : (double?)null)];
            if (Array.TrueForAll(values, value => value is null)) continue;
            series.Add(new ChartSeries(name, style, Curves.Reduce(values), Decimals: chart == "rate" ? 6 : chart == "pace" ? 1 : 4)
            {
                Smoothed = smooths ? Curves.Reduce(Curves.Smooth(values)) : null,
            });
        }

        if (series.Count == 0) return;
        double[] steps = Curves.ReduceSteps([.. rows.Select(row => table.At(row, MetricsTable.Step)!.Value)]);
        new LineChart($"stage{stage}-{chart}", title, steps, series, isLarge: chart == "losses").Write(page);
    }
}
