using System.Globalization;

namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>Figures as people read them.</summary>
public static class FigureText
{
    /// <summary>A figure with its metric's decimals; a dash where there is none.</summary>
    public static string Of(double? value, Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return value?.ToString($"F{metric.Decimals}", CultureInfo.InvariantCulture) ?? "–";
    }
}
