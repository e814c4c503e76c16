using System.Globalization;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Studies;

namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>What a reader must know of an evaluation that did not go as planned everywhere.</summary>
public static class ReportNotes
{
    /// <summary>A sentence or two for each picture that was left out, and for each that a model could not colour.</summary>
    public static IEnumerable<string> Of(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [
            .. report.Notes,
            .. report.LeftOut.Select(picture => $"Left out: {picture.Key}. {picture.Reason}"),
            .. report.Uncolored.Select(drawing => $"{drawing.Model} could not colour {drawing.Key} ({(drawing.Times == 1 ? "once" : $"{drawing.Times} times")}), "
                + $"which counts as white paper: {drawing.Reason}")];
    }

    /// <summary>How many drawings were measured, and of which lines.</summary>
    public static string Drawings(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string kinds = string.Join(", ", report.Drawings.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{LineKinds.NameOf(kind.Key)} {kind.Value}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Drawings.Values.Sum()} drawings ({kinds}) of {report.Pictures.Values.Sum(keys => keys.Count)} pictures of {report.Pictures.Count} sources. Kinds of lines count the same, and so do the sources of a kind.");
    }

    /// <summary>Where more hints are worse: a sentence for each model's product and sort of hints.</summary>
    public static IEnumerable<string> Setbacks(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (EvaluatedModel model in report.Models)
        {
            string product = ModelCandidate.ProductOf(model.Label);
            foreach (string id in (string[])[RegionHintStudy.PsnrId, SimilarityStudy.PsnrId])
            {
                MetricTable table = report.Table(id);
                HintSetback[] setbacks = [.. report.Setbacks.Where(setback => setback.MetricId == id && setback.Candidate == product)];
                int sources = setbacks.Select(setback => setback.Source).Distinct().Count();
                string where = string.Join("; ", setbacks.OrderByDescending(setback => setback.Loss)
                    .Select(setback => string.Create(CultureInfo.InvariantCulture, $"{setback.Source} {setback.Fewer} to {setback.More}: -{setback.Loss:F2} dB")));
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{product}, {table.Metric.Title}: more hints are worse in {sources} of {table.Sources.Count} sources{(where.Length > 0 ? $" ({where})" : "")}.");
            }
        }
    }
}
