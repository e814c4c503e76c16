using System.Globalization;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets.LineArt;
using PdnColorize.Training.Evaluation.Candidates;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>Draws the same lines thinner and thicker: how much worse do results become?</summary>
internal sealed class RobustnessStudy : IStudy
{
    /// <summary>How far the edges of lines move outward, in pixels of 512.</summary>
    private static readonly int[] Changes = [-3, -2, -1, 1, 2, 3];

    private static readonly int[] Counts = [0, HintCounts.Usual];

    private readonly MetricTable[] _tables = [.. Counts.Select(count => new MetricTable(new Metric(
        $"lineRobustness{count}", $"Line robustness, {count} hints",
        $"Loss of PSNR in dB with {count} hints when lines become thinner or thicker by so many pixels of 512, against the unchanged lines.",
        [.. Changes.Select(change => change.ToString("+0;-0", CultureInfo.InvariantCulture)), "mean"], Preference.None)))];

    public IReadOnlyList<MetricTable> Tables => _tables;

    public void Measure(DrawingResults results)
    {
        PreparedDrawing?[] changed = [.. Changes.Select(change => Change(results, change))];
        for (int i = 0; i < Counts.Length; i++)
        {
            (HintSet hints, IReadOnlyList<ColoredRow> unchanged) = results.With(Counts[i]);
            IReadOnlyDictionary<string, double> before = results.Psnr(unchanged);
            Dictionary<string, double> sums = [];
            for (int column = 0; column < Changes.Length; column++)
            {
                if (changed[column] is not { } drawing) continue;
                foreach ((string name, double after) in results.Psnr(results.Color(drawing, hints)))
                {
                    _tables[i].Add(results.Drawing, name, column, before[name] - after);
                    sums[name] = sums.GetValueOrDefault(name) + before[name] - after;
                }
            }

            int count = changed.Count(drawing => drawing is not null);
            foreach ((string name, double sum) in sums) _tables[i].Add(results.Drawing, name, Changes.Length, sum / count);
        }
    }

    private static PreparedDrawing? Change(DrawingResults results, int pixels)
    {
        try
        {
            return results.Drawing.Original.WithLines(lines => LineWidths.Change(lines, pixels), results.CancellationToken);
        }
        catch (PictureException)
        {
            // Nothing was left of the lines, or nothing of the paper: no drawing any more.
            return null;
        }
    }
}
