using System.Text;

namespace PdnColorize.Training.Reports;

/// <summary>A report as one HTML page that needs nothing beside it: no network, no other file. It is well-formed XML too.</summary>
internal static class ReportPage
{
    private static readonly string Style = Resource("report.css");
    private static readonly string Script = Resource("report.js");

    /// <summary>The page.</summary>
    public static string Write(ReportContent content)
    {
        StringBuilder page = new();
        page.Append("<!DOCTYPE html>\n<html lang=\"en\" data-state=\"").Append(content.State switch
        {
            RunState.Running => "running",
            RunState.Diverged => "diverged",
            RunState.Stopped => "stopped",
            _ => "ended",
        });
        page.Append("\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>")
            .Append(Markup.Escape(content.Name)).Append(" - training</title>\n<link rel=\"icon\" href=\"data:,\"/>\n<style>\n").Append(Style).Append("</style>\n</head>\n<body>\n");
        FactsSection.Write(page, content);
        page.Append("<main>\n");
        // What is being trained is what one looks for.
        foreach (int stage in content.Facts.Stage == 2 ? (int[])[2, 1] : [1, 2]) StageSection.Write(page, content, stage);
        WriteConfig(page, content);
        page.Append("</main>\n<script>\n//<![CDATA[\n").Append(Script).Append("//]]>\n</script>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void WriteConfig(StringBuilder page, ReportContent content)
    {
        page.Append("<section>\n<h2>Configuration</h2>\n");
        if (content.Changes.Count > 0)
        {
            page.Append("<p>Other than the preset's defaults:</p>\n<div class=\"wide\"><table class=\"changes\">\n<thead><tr><th>setting</th><th>this run</th><th>default</th></tr></thead>\n<tbody>\n");
            foreach ((string name, string value, string standard) in content.Changes)
            {
                page.Append("<tr><td>").Append(Markup.Escape(name)).Append("</td><td>").Append(Markup.Escape(value)).Append("</td><td>").Append(Markup.Escape(standard)).Append("</td></tr>\n");
            }

            page.Append("</tbody></table></div>\n");
        }

        page.Append("<details><summary>All settings</summary>\n<pre>").Append(Markup.Escape(content.Config)).Append("</pre></details>\n</section>\n");
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(ReportPage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} was not built in.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
