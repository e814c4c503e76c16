namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>How much worse results become on degraded lines than on the same picture's clean ones.</summary>
internal sealed class DegradationStudy : IStudy
{
    private readonly MetricTable _table = new(new Metric(
        "degradation", "Degraded lines",
        $"Loss of PSNR in dB against clean lines of the same drawings, with dots in the {HintCounts.Usual} largest regions. The clean lines are laid over all results.",
        [.. LineKinds.Degraded.Select(LineKinds.NameOf)], Preference.Lower));

    /// <summary>The last picture with clean lines; its degraded drawings follow.</summary>
    private (object Picture, LineKind Kind, IReadOnlyDictionary<string, double> Psnr)? _clean;

    public IReadOnlyList<MetricTable> Tables => [_table];

    public void Measure(DrawingResults results)
    {
        bool isClean = LineKinds.IsClean(results.Drawing.Kind);
        int column = LineKinds.Degraded.Index().Where(strength => strength.Item == results.Drawing.Kind).Select(strength => strength.Index).FirstOrDefault(-1);
        if (!isClean && (column < 0 || _clean?.Picture != results.Drawing.Original)) return;
        IReadOnlyDictionary<string, double> psnr = results.Psnr(results.WithRegions(HintCounts.Usual).Rows);
        if (isClean)
        {
            _clean = (results.Drawing.Original, results.Drawing.Kind, psnr);
            return;
        }

        foreach ((string name, double value) in psnr) _table.Add(_clean!.Value.Kind, results.Drawing.Source, name, column, _clean.Value.Psnr[name] - value);
    }
}
