using System.Text;
using PdnColorize.Training.Reports.Sheets;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Reports;

/// <summary>The part of a report about a stage: its charts, its sheets, its validations as a table.</summary>
internal static class StageSection
{
    /// <summary>Appends it, if the stage has begun.</summary>
    public static void Write(StringBuilder page, ReportContent content, int stage)
    {
        if (!content.Metrics.RowsOf(stage, Runs.MetricsTable.Step).Any()) return;
        page.Append("<section>\n<h2>Stage ").Append(Markup.Exact(stage)).Append("</h2>\n");
        StageCharts.Write(page, content.Metrics, stage);
        IReadOnlyList<PastValidation> validations = PastValidation.Of(content.Metrics, stage);
        if (content.Sheets.TryGetValue(stage, out IReadOnlyList<SheetPicture>? sheets) && sheets.Count > 0) WriteSheets(page, sheets, validations, stage);
        if (validations.Count > 0) WriteValidations(page, validations);
        page.Append("</section>\n");
    }

    /// <summary>All sheets, the last one first; the script shows one at a time and lets the reader flip through them.</summary>
    private static void WriteSheets(StringBuilder page, IReadOnlyList<SheetPicture> sheets, IReadOnlyList<PastValidation> validations, int stage)
    {
        page.Append("<div class=\"sheets\">\n<h3>The same drawings at each validation</h3>\n");
        for (int i = sheets.Count - 1; i >= 0; i--)
        {
            SheetPicture sheet = sheets[i];
            PastValidation? validation = validations.FirstOrDefault(one => one.Step == sheet.Step);
            page.Append("<figure class=\"sheet\" data-step=\"").Append(Markup.Exact(sheet.Step, 12)).Append("\">\n<figcaption>Step <b>").Append(Markup.Fixed(sheet.Step, 0)).Append("</b>");
            if (validation?.Score is { } score) page.Append(" <span>score ").Append(Markup.Fixed(score, 2)).Append(" dB</span>");
            page.Append("</figcaption>\n<div class=\"wide\"><div class=\"columns\" style=\"min-width:").Append(Markup.Exact(sheet.Width / 2)).Append("px;max-width:")
                .Append(Markup.Exact(sheet.Width * 3 / 2)).Append("px\"><div class=\"captions\">");
            foreach ((string caption, double left, double width) in SheetLayout.ColumnsOf(sheet.Width))
            {
                page.Append("<span style=\"left:").Append(Markup.Exact(left * 100, 5)).Append("%;width:").Append(Markup.Exact(width * 100, 5)).Append("%\">")
                    .Append(Markup.Escape(caption)).Append("</span>");
            }

            page.Append("</div><img alt=\"Stage ").Append(Markup.Exact(stage)).Append(", step ").Append(Markup.Exact(sheet.Step, 12)).Append(": line art, hints, results and originals\" width=\"")
                .Append(Markup.Exact(sheet.Width)).Append("\" height=\"").Append(Markup.Exact(sheet.Height)).Append("\" src=\"data:image/webp;base64,")
                .Append(Convert.ToBase64String(sheet.WebP)).Append("\"/></div></div>\n</figure>\n");
        }

        page.Append("</div>\n");
    }

    private static void WriteValidations(StringBuilder page, IReadOnlyList<PastValidation> validations)
    {
        PastValidation? best = PastValidation.Best(validations);
        page.Append("<details><summary>All validations</summary>\n<div class=\"wide\"><table>\n<thead><tr><th>step</th>");
        foreach (int hints in ValidationResult.HintCounts) page.Append("<th>").Append(hints == 0 ? "no hints" : hints == 1 ? "1 hint" : Markup.Escape($"{hints} hints")).Append("</th>");
        page.Append("<th>score</th></tr></thead>\n<tbody>\n");
        foreach (PastValidation validation in validations.Reverse())
        {
            page.Append(validation == best ? "<tr class=\"best\"><td>" : "<tr><td>").Append(Markup.Fixed(validation.Step, 0)).Append("</td>");
            foreach (double? psnr in validation.Psnr) page.Append("<td>").Append(psnr is { } value ? Markup.Fixed(value, 2) : "").Append("</td>");
            page.Append("<td>").Append(validation.Score is { } score ? Markup.Fixed(score, 2) : "").Append(validation == best ? " best" : "").Append("</td></tr>\n");
        }

        page.Append("</tbody></table></div></details>\n");
    }
}
