using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Metrics;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>How close results come to the original, by number of hints.</summary>
internal sealed class SimilarityStudy : IStudy
{
    private readonly int[] _hintCounts;
    private readonly MetricTable _psnr;
    private readonly MetricTable _ssim;
    private readonly MetricTable _difference;

    public SimilarityStudy(int[] hintCounts)
    {
        _hintCounts = hintCounts;
        string[] columns = [.. hintCounts.Select(HintCounts.Heading)];
        _psnr = new MetricTable(new Metric("psnr", "PSNR", "dB over red, green and blue at 256 pixels, by number of hints.", columns, Preference.Higher));
        _ssim = new MetricTable(new Metric(
            "ssim", "SSIM", "Structural similarity of luma at 256 pixels, by number of hints.", columns, Preference.Higher)
        { Decimals = 3 });
        _difference = new MetricTable(new Metric(
            "ciede2000", "Colour difference", "Mean CIEDE2000 at 256 pixels, by number of hints.", columns, Preference.Lower));
    }

    public IReadOnlyList<MetricTable> Tables => [_psnr, _ssim, _difference];

    public void Measure(DrawingResults results)
    {
        ScoredPicture original = results.Drawing.Scored;
        Picture[] all = [.. _hintCounts.SelectMany(count => results.With(count).Pictures)];
        (double Psnr, double Ssim, double Difference)[] values = results.MeasureAll(all, picture =>
        {
            ScoredPicture scored = results.Score(picture);
            return (
                PictureSimilarity.Psnr(scored, original),
                StructuralSimilarity.Of(scored.Luma, original.Luma, ScoredPicture.Side),
                PictureSimilarity.ColorDifference(scored, original));
        });
        for (int i = 0; i < values.Length; i++)
        {
            (int column, string name) = (i / results.Names.Count, results.Names[i % results.Names.Count]);
            _psnr.Add(results.Drawing.Source, name, column, values[i].Psnr);
            _ssim.Add(results.Drawing.Source, name, column, values[i].Ssim);
            _difference.Add(results.Drawing.Source, name, column, values[i].Difference);
        }
    }
}
