using PdnColorize.Host.Commands;
using PdnColorize.Training.Evaluation;
using PdnColorize.Training.Evaluation.Reports;
using Spectre.Console;

namespace PdnColorize.Trainer.Commands.Evaluation;

/// <summary>What the console says of an evaluation: a table a metric.</summary>
internal static class EvaluationTables
{
    /// <summary>Writes the means over the sources.</summary>
    public static void Write(EvaluationReport report)
    {
        foreach (MetricTable figures in report.Tables)
        {
            Table table = new Table().Border(TableBorder.Simple).Title($"[bold]{Markup.Escape(figures.Metric.Title)}[/]").Caption(Markup.Escape(figures.Metric.Note));
            table.AddColumn("");
            foreach (string column in figures.Metric.Columns) table.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned().NoWrap());
            foreach (string candidate in report.Candidates)
            {
                table.AddRow([
                    Markup.Escape(candidate),
                    .. Enumerable.Range(0, figures.Metric.Columns.Count).Select(column => FigureText.Of(figures.Mean(candidate, column), figures.Metric))]);
            }

            Terminal.Output.Write(table);
        }

        int pictures = report.Pictures.Values.Sum(keys => keys.Count);
        Console.Out.WriteLine($"{pictures} drawings of {report.Pictures.Count} sources, each source counting the same.");
        foreach (string note in ReportNotes.Of(report)) Console.Out.WriteLine(note);
    }
}
