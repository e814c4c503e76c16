using System.Globalization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Segmentation;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>
/// Hint-AUC in the way of DetFill with DHT (github.com/MADONOKOUKI/DetFill-with-DHT): a dot in the mean colour of each of the largest regions of the original, more and more of
/// them, and the area under the curve.
/// </summary>
internal sealed class HintAucStudy : IStudy
{
    private static readonly double[] Shares = [0, 0.01, 0.03, 0.05, 0.1, 0.25, 0.5, 1];

    private static readonly string[] Columns = [.. Shares.Select(share => share.ToString("0.##", CultureInfo.InvariantCulture)), "AUC"];

    private readonly MetricTable _psnr = new(new Metric(
        "hintAucPsnr", "Hint-AUC, PSNR", "dB at 256 pixels by the share of the original's regions that have a dot, largest first, and the area under this curve.",
        Columns, Preference.Higher));

    private readonly MetricTable _ssim = new(new Metric(
        "hintAucSsim", "Hint-AUC, SSIM", "SSIM of luma at 256 pixels by the share of the original's regions that have a dot, largest first, and the area under this curve.",
        Columns, Preference.Higher)
    { Decimals = 3 });

    public IReadOnlyList<MetricTable> Tables => [_psnr, _ssim];

    public void Measure(DrawingResults results)
    {
        RegionDots dots = RegionDots.Of(results.Drawing.Original);
        ScoredPicture original = results.Drawing.Scored;
        double[][] psnr = new double[Shares.Length][];
        double[][] ssim = new double[Shares.Length][];
        for (int i = 0; i < Shares.Length; i++)
        {
            HintSet hints = dots.Largest(Shares[i]);
            IReadOnlyList<Picture> pictures = hints.IsEmpty ? results.With(0).Pictures : results.Color(results.Drawing.Prepared, hints);
            (double Psnr, double Ssim)[] values = results.MeasureAll(pictures, picture =>
            {
                ScoredPicture scored = results.Score(picture);
                return (PictureSimilarity.Psnr(scored, original), StructuralSimilarity.Of(scored.Luma, original.Luma, ScoredPicture.Side));
            });
            psnr[i] = [.. values.Select(value => value.Psnr)];
            ssim[i] = [.. values.Select(value => value.Ssim)];
        }

        for (int row = 0; row < results.Names.Count; row++)
        {
            Add(_psnr, results, row, psnr);
            Add(_ssim, results, row, ssim);
        }
    }

    /// <summary>The area under a curve over shares from 0 to 1, by trapezoids.</summary>
    public static double Area(IReadOnlyList<double> values)
    {
        double area = 0;
        for (int i = 1; i < Shares.Length; i++) area += (Shares[i] - Shares[i - 1]) * (values[i] + values[i - 1]) / 2;
        return area;
    }

    private static void Add(MetricTable table, DrawingResults results, int row, double[][] values)
    {
        double[] curve = [.. values.Select(ofShare => ofShare[row])];
        for (int column = 0; column < curve.Length; column++) table.Add(results.Drawing.Source, results.Names[row], column, curve[column]);
        table.Add(results.Drawing.Source, results.Names[row], curve.Length, Area(curve));
    }
}
