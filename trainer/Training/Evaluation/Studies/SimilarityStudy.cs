using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>How close results come to the original, by number of random dots.</summary>
internal sealed class SimilarityStudy : IStudy
{
    /// <summary><see cref="Metric.Id"/> of the table of PSNR.</summary>
    public const string PsnrId = "psnr";

    /// <summary>What takes long to compute is asked for these numbers alone.</summary>
    private static readonly int[] SlowCounts = [0, HintCounts.Usual];

    private readonly int[] _hintCounts;
    private readonly MetricTable _psnr;
    private readonly MetricTable _ssim;
    private readonly MetricTable _difference;

    public SimilarityStudy(int[] hintCounts)
    {
        _hintCounts = hintCounts;
        _psnr = new MetricTable(new Metric(
            PsnrId, "PSNR, random dots", "dB over red, green and blue at 256 pixels, by number of random dots.", [.. hintCounts.Select(HintCounts.Heading)], Preference.Higher));
        string[] columns = [.. SlowCounts.Select(HintCounts.Heading)];
        _ssim = new MetricTable(new Metric(
            "ssim", "SSIM, random dots", "Structural similarity of luma at 256 pixels, by number of random dots.", columns, Preference.Higher)
        { Decimals = 3 });
        _difference = new MetricTable(new Metric(
            "ciede2000", "Colour difference, random dots", "Mean CIEDE2000 at 256 pixels, by number of random dots.", columns, Preference.Lower));
    }

    public IReadOnlyList<MetricTable> Tables => [_psnr, _ssim, _difference];

    public void Measure(DrawingResults results)
    {
        for (int column = 0; column < _hintCounts.Length; column++)
            foreach ((string name, double psnr) in results.Psnr(results.With(_hintCounts[column]).Rows)) _psnr.Add(results.Drawing, name, column, psnr);

        ScoredPicture original = results.Drawing.Original.Scored;
        for (int column = 0; column < SlowCounts.Length; column++)
        {
            IReadOnlyList<ColoredRow> rows = results.With(SlowCounts[column]).Rows;
            (double Ssim, double Difference)[] values = results.MeasureAll(rows, picture =>
            {
                ScoredPicture scored = results.Score(picture);
                return (StructuralSimilarity.Of(scored.Luma, original.Luma, ScoredPicture.Side), PictureSimilarity.ColorDifference(scored, original));
            });
            for (int i = 0; i < rows.Count; i++)
            {
                _ssim.Add(results.Drawing, rows[i].Name, column, values[i].Ssim);
                _difference.Add(results.Drawing, rows[i].Name, column, values[i].Difference);
            }
        }
    }
}
