namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>What a reader must know of an evaluation that did not go as planned everywhere.</summary>
public static class ReportNotes
{
    /// <summary>A sentence or two for each picture that was left out, and for each that a model could not colour.</summary>
    public static IEnumerable<string> Of(EvaluationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return [
            .. report.LeftOut.Select(picture => $"Left out: {picture.Key}. {picture.Reason}"),
            .. report.Uncolored.Select(drawing => $"{drawing.Model} could not colour {drawing.Key} ({(drawing.Times == 1 ? "once" : $"{drawing.Times} times")}), "
                + $"which counts as white paper: {drawing.Reason}")];
    }
}
