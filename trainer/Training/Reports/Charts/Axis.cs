namespace PdnColorize.Training.Reports.Charts;

/// <summary>The range of an axis with round numbers to mark.</summary>
/// <param name="Least">Its lower end.</param>
/// <param name="Most">Its upper end.</param>
/// <param name="Ticks">The numbers to mark, ascending.</param>
/// <param name="Decimals">Digits behind the point that the marks need.</param>
internal sealed record Axis(double Least, double Most, IReadOnlyList<double> Ticks, int Decimals)
{
    /// <summary>Values above this share of all may lie outside: the first steps of a training would press the rest flat.</summary>
    private const double ShownShare = 0.97;

    /// <summary>An axis over exactly that range.</summary>
    /// <param name="least">Its lower end.</param>
    /// <param name="most">Its upper end.</param>
    /// <param name="marks">About how many numbers to mark, at most one more.</param>
    /// <param name="finest">Least distance between two of them.</param>
    public static Axis Over(double least, double most, int marks, double finest = 0)
    {
        if (most <= least) most = least + 1;
        double step = Math.Max(finest, RoundUp((most - least) / marks));
        double first = Math.Ceiling((least / step) - 1e-9);
        int count = (int)Math.Floor((most / step) - first + 1e-9) + 1;
        int decimals = Math.Max(0, (int)Math.Ceiling(-Math.Log10(step) - 1e-9));
        // 0.25 needs one digit more than its power of ten.
        if (Math.Abs((step * Math.Pow(10, decimals)) - Math.Round(step * Math.Pow(10, decimals))) > 1e-6) decimals++;
        return new Axis(least, most, [.. Enumerable.Range(0, count).Select(i => (first + i) * step)], decimals);
    }

    /// <summary>An axis that shows nearly all of the values, with a little room around them.</summary>
    public static Axis Around(IEnumerable<double> values, int marks)
    {
        double[] sorted = [.. values.Order()];
        if (sorted.Length == 0) return Over(0, 1, marks);
        (double least, double most) = (sorted[0], sorted[(int)((sorted.Length - 1) * ShownShare)]);
        // A few values are no crowd with outliers.
        if (sorted.Length < 2 / (1 - ShownShare)) most = sorted[^1];
        double room = Math.Max((most - least) * 0.08, Math.Max(Math.Abs(most) * 1e-3, 1e-9));
        return Over(least - room, most + room, marks);
    }

    /// <summary>The next larger one of 1, 2, 2.5, 5 times a power of ten.</summary>
    private static double RoundUp(double step)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(step)));
        foreach (double factor in (double[])[1, 2, 2.5, 5])
            if (step <= factor * power * (1 + 1e-9)) return factor * power;
        return 10 * power;
    }
}
