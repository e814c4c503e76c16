using System.Globalization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Segmentation;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>
/// Hint-AUC in the way of DetFill with DHT (github.com/MADONOKOUKI/DetFill-with-DHT): a dot in the mean colour of each of the largest regions of the original, more and more of
/// them, and the area under the curve. Of one line drawing of each picture, its first, as in all studies here.
/// </summary>
internal sealed class HintAucStudy : IStudy
{
    private const string Note =
        "at 256 pixels by the share of the original's regions that have a dot, largest first, and the area under this curve. Each picture's first line drawing alone is coloured.";

    private static readonly double[] Shares = [0, 0.01, 0.03, 0.05, 0.1, 0.25, 0.5, 1];

    private static readonly string[] Columns = [.. Shares.Select(share => share.ToString("0.##", CultureInfo.InvariantCulture)), "AUC"];

    private readonly MetricTable _psnr = new(new Metric("hintAucPsnr", "Hint-AUC, PSNR", $"dB {Note}", Columns, Preference.Higher));

    private readonly MetricTable _ssim = new(new Metric("hintAucSsim", "Hint-AUC, SSIM", $"SSIM of luma {Note}", Columns, Preference.Higher) { Decimals = 3 });

    private readonly MetricTable _difference = new(new Metric("hintAucCiede2000", "Hint-AUC, colour difference", $"Mean CIEDE2000 {Note}", Columns, Preference.Lower));

    public IReadOnlyList<MetricTable> Tables => [_psnr, _ssim, _difference];

    public void Measure(DrawingResults results)
    {
        RegionDots dots = RegionDots.Of(results.Drawing.Original.Original);
        ScoredPicture original = results.Drawing.Original.Scored;
        IReadOnlyList<ColoredRow> rows = results.Color(results.Drawing.Prepared, results.Drawing.Original.Dots(0));
        (double Psnr, double Ssim, double Difference)[][] values = [.. Shares.Select(share =>
        {
            HintSet hints = dots.Largest(share);
            return results.MeasureAll(hints.IsEmpty ? rows : results.Color(results.Drawing.Prepared, hints), picture =>
            {
                ScoredPicture scored = results.Score(picture);
                return (
                    PictureSimilarity.Psnr(scored, original),
                    StructuralSimilarity.Of(scored.Luma, original.Luma, ScoredPicture.Side),
                    PictureSimilarity.ColorDifference(scored, original));
            });
        })];
        for (int row = 0; row < rows.Count; row++)
        {
            Add(_psnr, results, rows[row].Name, [.. values.Select(ofShare => ofShare[row].Psnr)]);
            Add(_ssim, results, rows[row].Name, [.. values.Select(ofShare => ofShare[row].Ssim)]);
            Add(_difference, results, rows[row].Name, [.. values.Select(ofShare => ofShare[row].Difference)]);
        }
    }

    /// <summary>The area under a curve over shares from 0 to 1, by trapezoids.</summary>
    public static double Area(IReadOnlyList<double> values)
    {
        double area = 0;
        for (int i = 1; i < Shares.Length; i++) area += (Shares[i] - Shares[i - 1]) * (values[i] + values[i - 1]) / 2;
        return area;
    }

    private static void Add(MetricTable table, DrawingResults results, string name, double[] curve)
    {
        for (int column = 0; column < curve.Length; column++) table.Add(results.Drawing, name, column, curve[column]);
        table.Add(results.Drawing, name, curve.Length, Area(curve));
    }
}
