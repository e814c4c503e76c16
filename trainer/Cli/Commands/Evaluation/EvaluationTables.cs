using PdnColorize.Host.Commands;
using PdnColorize.Training.Evaluation;
using PdnColorize.Training.Evaluation.Reports;
using Spectre.Console;

namespace PdnColorize.Trainer.Commands.Evaluation;

/// <summary>What the console says of an evaluation: a table a metric.</summary>
internal static class EvaluationTables
{
    /// <summary>Writes the means over all kinds of lines, and by kind with dots in the largest regions.</summary>
    public static void Write(EvaluationReport report)
    {
        foreach (MetricTable figures in report.Tables) Write(report, figures.Metric, figures.Metric.Title, figures.Mean);
        MetricTable regions = report.Table("psnrRegions");
        foreach (LineKind kind in regions.Kinds)
            Write(report, regions.Metric, $"{regions.Metric.Title}: {LineKinds.HeadingOf(kind)}", (candidate, column) => regions.Mean(candidate, column, kind));

        foreach (string sentence in (string[])[ReportNotes.Drawings(report), .. ReportNotes.Setbacks(report), .. ReportNotes.Of(report)]) Console.Out.WriteLine(sentence);
    }

    private static void Write(EvaluationReport report, Metric metric, string title, Func<string, int, double?> figure)
    {
        Table table = new Table().Border(TableBorder.Simple).Title($"[bold]{Markup.Escape(title)}[/]").Caption(Markup.Escape(metric.Note));
        table.AddColumn("");
        foreach (string column in metric.Columns) table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned().NoWrap());
        foreach (string candidate in report.Candidates)
            table.AddRow([Markup.Escape(candidate), .. Enumerable.Range(0, metric.Columns.Count).Select(column => FigureText.Of(figure(candidate, column), metric))]);
        Terminal.Output.Write(table);
    }
}
