using System.Globalization;
using System.Text;

namespace PdnColorize.Training.Reports;

/// <summary>The head of a report: how far the run is, how fast, how good.</summary>
internal static class FactsSection
{
    /// <summary>Appends it.</summary>
    public static void Write(StringBuilder page, ReportContent content)
    {
        RunFacts facts = content.Facts;
        double share = Math.Clamp((double)facts.Step / Math.Max(1, facts.Steps), 0, 1);
        page.Append("<header>\n<h1>").Append(Markup.Escape(content.Name)).Append(" <span class=\"state\">").Append(Name(content.State)).Append("</span></h1>\n<p>Updated ")
            .Append(content.Updated.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)).Append("</p>\n");
        page.Append("<div class=\"progress\" role=\"progressbar\" aria-label=\"Stage ").Append(Markup.Exact(facts.Stage)).Append("\" aria-valuemin=\"0\" aria-valuemax=\"100\" aria-valuenow=\"")
            .Append(Markup.Exact(share * 100, 3)).Append("\"><div style=\"width:").Append(Markup.Exact(share * 100, 4)).Append("%\"></div></div>\n");
        page.Append("<dl class=\"facts\">\n");
        Write(page, $"Stage {facts.Stage}, step", Markup.Fixed(facts.Step, 0), $"of {Markup.Fixed(facts.Steps, 0)}");
        if (content.State == RunState.Running) Write(page, "Time left", Markup.Duration(facts.Remaining), $"in stage {facts.Stage}");
        Write(page, "Trained", Markup.Duration(facts.Trained), $"in stage {facts.Stage}");
        Write(page, "Pictures seen", Markup.Fixed(facts.PicturesSeen, 0), "");
        Write(page, "Pictures a second", Markup.Fixed(facts.PicturesPerSecond, 1), $"{Markup.Fixed(facts.WaitedShare * 100, 1)} % of the time waited");
        IReadOnlyList<PastValidation> validations = PastValidation.Of(content.Metrics, facts.Stage);
        if (PastValidation.Best(validations) is { } best) Write(page, "Best score", $"{Markup.Fixed(best.Score!.Value, 2)} dB", $"at step {Markup.Fixed(best.Step, 0)}");
        if (validations.Count > 0 && validations[^1] is { Score: { } last } latest) Write(page, "Last score", $"{Markup.Fixed(last, 2)} dB", $"at step {Markup.Fixed(latest.Step, 0)}");
        page.Append("</dl>\n</header>\n");
    }

    private static string Name(RunState state) => state switch
    {
        RunState.Running => "training",
        RunState.Finished => "finished",
        RunState.Stopped => "stopped, can go on",
        _ => "diverged",
    };

    private static void Write(StringBuilder page, string name, string value, string more)
    {
        page.Append("<div><dt>").Append(Markup.Escape(name)).Append("</dt><dd>").Append(Markup.Escape(value));
        if (more.Length > 0) page.Append(" <small>").Append(Markup.Escape(more)).Append("</small>");
        page.Append("</dd></div>\n");
    }
}
