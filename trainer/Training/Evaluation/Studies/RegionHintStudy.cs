namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>How close results come to the original with dots in its largest regions: hints as somebody sets them who knows the picture.</summary>
internal sealed class RegionHintStudy : IStudy
{
    /// <summary><see cref="Metric.Id"/> of the table.</summary>
    public const string PsnrId = "psnrRegions";

    private readonly MetricTable _psnr = new(new Metric(
        PsnrId, "PSNR, dots in the largest regions",
        "dB over red, green and blue at 256 pixels, by the number of the original's largest regions that have a dot in their mean colour, where they are widest.",
        [.. HintCounts.Regions.Select(HintCounts.Heading)], Preference.Higher));

    public IReadOnlyList<MetricTable> Tables => [_psnr];

    public void Measure(DrawingResults results)
    {
        for (int column = 0; column < HintCounts.Regions.Length; column++)
            foreach ((string name, double psnr) in results.Psnr(results.WithRegions(HintCounts.Regions[column]).Rows)) _psnr.Add(results.Drawing, name, column, psnr);
    }
}
