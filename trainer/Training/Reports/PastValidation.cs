using PdnColorize.Training.Runs;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Reports;

/// <summary>A validation as the table of metrics holds it.</summary>
/// <param name="Step">Steps taken before it.</param>
/// <param name="Psnr">dB for each of <see cref="ValidationResult.HintCounts"/>; null for those that an earlier version did not try.</param>
internal sealed record PastValidation(long Step, IReadOnlyList<double?> Psnr)
{
    /// <summary>The mean over the numbers of hints; null if some are missing.</summary>
    public double? Score => Psnr.All(value => value is not null) ? Psnr.Average() : null;

    /// <summary>The validations of a stage, ascending by step.</summary>
    public static IReadOnlyList<PastValidation> Of(MetricsTable table, int stage)
    {
        string[] columns = [.. ValidationResult.HintCounts.Select(MetricsTable.Psnr)];
        return [.. columns.SelectMany(column => table.RowsOf(stage, column)).Distinct().Order()
            .Select(row => new PastValidation((long)table.At(row, MetricsTable.Step)!.Value, [.. columns.Select(column => table.At(row, column))]))];
    }

    /// <summary>The one with the highest score, or null.</summary>
    public static PastValidation? Best(IEnumerable<PastValidation> validations) => validations.Where(one => one.Score is not null).MaxBy(one => one.Score);
}
