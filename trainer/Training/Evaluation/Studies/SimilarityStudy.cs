using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>How close results come to the original, by number of random dots.</summary>
internal sealed class SimilarityStudy : IStudy
{
    /// <summary><see cref="Metric.Id"/> of the table of PSNR.</summary>
    public const string PsnrId = "psnr";

    private readonly int[] _hintCounts;
    private readonly MetricTable _psnr;
    private readonly MetricTable _ssim;
    private readonly MetricTable _difference;

    public SimilarityStudy(int[] hintCounts)
    {
        _hintCounts = hintCounts;
        string[] columns = [.. hintCounts.Select(HintCounts.Heading)];
        _psnr = new MetricTable(new Metric(PsnrId, "PSNR, random dots", "dB over red, green and blue at 256 pixels, by number of random dots.", columns, Preference.Higher));
        _ssim = new MetricTable(new Metric(
            "ssim", "SSIM, random dots", "Structural similarity of luma at 256 pixels, by number of random dots.", columns, Preference.Higher)
        { Decimals = 3 });
        _difference = new MetricTable(new Metric(
            "ciede2000", "Colour difference, random dots", "Mean CIEDE2000 at 256 pixels, by number of random dots.", columns, Preference.Lower));
    }

    public IReadOnlyList<MetricTable> Tables => [_psnr, _ssim, _difference];

    public void Measure(DrawingResults results)
    {
        ScoredPicture original = results.Drawing.Original.Scored;
        (int Column, ColoredRow Row)[] all = [.. _hintCounts.Index().SelectMany(count => results.With(count.Item).Rows.Select(row => (count.Index, row)))];
        (double Psnr, double Ssim, double Difference)[] values = results.MeasureAll([.. all.Select(result => result.Row)], picture =>
        {
            ScoredPicture scored = results.Score(picture);
            return (
                PictureSimilarity.Psnr(scored, original),
                StructuralSimilarity.Of(scored.Luma, original.Luma, ScoredPicture.Side),
                PictureSimilarity.ColorDifference(scored, original));
        });
        for (int i = 0; i < values.Length; i++)
        {
            _psnr.Add(results.Drawing, all[i].Row.Name, all[i].Column, values[i].Psnr);
            _ssim.Add(results.Drawing, all[i].Row.Name, all[i].Column, values[i].Ssim);
            _difference.Add(results.Drawing, all[i].Row.Name, all[i].Column, values[i].Difference);
        }
    }
}
