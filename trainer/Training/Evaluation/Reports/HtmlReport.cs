using System.Net;
using System.Text;

namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>evaluation.html: one file with the tables and pictures; nothing is fetched from anywhere.</summary>
internal static class HtmlReport
{
    private const string Style = """
        body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 1400px; padding: 0 1rem; color: #222; background: #fff }
        h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin: 2.2rem 0 .3rem } p { margin: .3rem 0 .8rem; max-width: 60rem }
        table { border-collapse: collapse; margin: .4rem 0 } th, td { padding: .25rem .7rem; text-align: right; font-variant-numeric: tabular-nums }
        th:first-child, td:first-child { text-align: left } tr { border-bottom: 1px solid #e3e3e3 } thead { border-bottom: 2px solid #bbb }
        td.best { font-weight: 700; background: #eaf5ea } summary { cursor: pointer; color: #555; margin: .3rem 0 } h3 { font-size: 1rem; margin: 1rem 0 .2rem }
        .sheet { display: flex; flex-wrap: wrap; gap: .6rem; margin-bottom: 1.6rem } figure { margin: 0 } figcaption { font-size: .8rem; color: #555; max-width: 200px }
        img { width: 200px; height: 200px; border: 1px solid #ddd; display: block }
        """;

    public static byte[] Write(EvaluationReport report)
    {
        StringBuilder html = new();
        html.Append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Evaluation</title>\n<style>\n").Append(Style).Append("\n</style></head><body>\n");
        html.Append("<h1>Evaluation</h1>\n");
        Paragraph(html, $"{ReportNotes.Drawings(report)} “Network” is a model's result before anything is forced to the hints, “product” what the user gets.");
        if (report.Options.WithLines) Paragraph(html, "The drawing’s lines were laid over every result before it was compared with the original; over results of degraded lines, the clean ones.");
        foreach (string sentence in ReportNotes.Of(report)) Paragraph(html, sentence);
        foreach (MetricTable table in report.Tables) AppendMetric(html, report, table);
        AppendSetbacks(html, report);
        AppendContactSheets(html, report);
        html.Append("<h2>Drawings</h2>\n");
        foreach (EvaluationSheet sheet in report.Sheets) AppendSheet(html, sheet);
        html.Append("</body></html>\n");
        return Encoding.UTF8.GetBytes(html.ToString());
    }

    private static void AppendMetric(StringBuilder html, EvaluationReport report, MetricTable table)
    {
        html.Append("<h2>").Append(Text(table.Metric.Title)).Append("</h2>\n");
        Paragraph(html, table.Metric.Note);
        AppendTable(html, report.Candidates, table.Metric, table.Mean);
        html.Append("<details><summary>By kind of lines</summary>\n");
        foreach (LineKind kind in table.Kinds)
        {
            html.Append("<h3>").Append(Text(LineKinds.HeadingOf(kind))).Append("</h3>\n");
            AppendTable(html, report.Candidates, table.Metric, (candidate, column) => table.Mean(candidate, column, kind));
        }

        html.Append("</details>\n<details><summary>By source</summary>\n");
        foreach (string source in table.Sources)
        {
            html.Append("<h3>").Append(Text(source)).Append("</h3>\n");
            AppendTable(html, report.Candidates, table.Metric, (candidate, column) => table.Mean(candidate, column, source));
        }

        html.Append("</details>\n");
    }

    private static void AppendTable(StringBuilder html, IReadOnlyList<string> candidates, Metric metric, Func<string, int, double?> figure)
    {
        html.Append("<table><thead><tr><th></th>");
        foreach (string column in metric.Columns) html.Append("<th>").Append(Text(column)).Append("</th>");
        html.Append("</tr></thead><tbody>\n");
        double?[] best = [.. Enumerable.Range(0, metric.Columns.Count).Select(column => Best(metric, candidates.Select(candidate => figure(candidate, column))))];
        foreach (string candidate in candidates)
        {
            html.Append("<tr><td>").Append(Text(candidate)).Append("</td>");
            for (int column = 0; column < metric.Columns.Count; column++)
            {
                double? value = figure(candidate, column);
                html.Append(value is not null && value == best[column] ? "<td class=\"best\">" : "<td>").Append(FigureText.Of(value, metric)).Append("</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table>\n");
    }

    private static void AppendSetbacks(StringBuilder html, EvaluationReport report)
    {
        if (report.Models.Count == 0) return;
        html.Append("<h2>More hints, worse results</h2>\n");
        foreach (string sentence in ReportNotes.Setbacks(report)) Paragraph(html, sentence);
    }

    private static void AppendContactSheets(StringBuilder html, EvaluationReport report)
    {
        if (report.ContactSheets.Count == 0) return;
        html.Append("<h2>Contact sheets</h2>\n");
        foreach (ContactSheet sheet in report.ContactSheets)
            html.Append("<p><a href=\"").Append(sheet.FileName).Append("\">").Append(sheet.FileName).Append("</a></p>\n");
    }

    private static double? Best(Metric metric, IEnumerable<double?> values) => metric.Better switch
    {
        Preference.Higher => values.Max(),
        Preference.Lower => values.Min(),
        _ => null,
    };

    private static void AppendSheet(StringBuilder html, EvaluationSheet sheet)
    {
        html.Append("<h3>").Append(Text(sheet.Key)).Append("</h3>\n<div class=\"sheet\">\n");
        foreach ((string heading, byte[] jpeg) in sheet.Cells)
        {
            html.Append("<figure><img alt=\"").Append(Text(heading)).Append("\" src=\"data:image/jpeg;base64,").Append(Convert.ToBase64String(jpeg))
                .Append("\"><figcaption>").Append(Text(heading)).Append("</figcaption></figure>\n");
        }

        html.Append("</div>\n");
    }

    private static void Paragraph(StringBuilder html, string text) => html.Append("<p>").Append(Text(text)).Append("</p>\n");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
