namespace PdnColorize.Training.Reports.Charts;

/// <summary>Makes curves readable: smooths them and reduces their points to what a chart can show.</summary>
internal static class Curves
{
    /// <summary>More points than this cannot be told apart in a chart.</summary>
    public const int MostPoints = 400;

    /// <summary>The smoothed curve follows about the last twentieth of it, at least five values.</summary>
    private const double WindowShare = 1.0 / 20;

    private const double LeastWindow = 5;

    /// <summary>An exponential average over the values so far, without the bias towards its beginning (Kingma and Ba, "Adam", 2015, section 3).</summary>
    public static double?[] Smooth(IReadOnlyList<double?> values)
    {
        double decay = 1 - (2 / (1 + Math.Max(LeastWindow, values.Count * WindowShare)));
        double?[] smoothed = new double?[values.Count];
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < smoothed.Length; i++)
        {
            if (values[i] is not { } value) continue;
            sum = (decay * sum) + ((1 - decay) * value);
            weight = (decay * weight) + (1 - decay);
            smoothed[i] = sum / weight;
        }

        return smoothed;
    }

    /// <summary>The means of groups of neighbours, so few that a chart can show them; null for a group without values.</summary>
    public static double?[] Reduce(IReadOnlyList<double?> values) => [.. Groups(values).Select(group => group.Average())];

    /// <summary>The steps that belong to <see cref="Reduce"/>: the last of each group.</summary>
    public static double[] ReduceSteps(IReadOnlyList<double> steps) => [.. Groups(steps).Select(group => group[^1])];

    private static IEnumerable<T[]> Groups<T>(IReadOnlyList<T> values) => values.Chunk(Math.Max(1, (values.Count + MostPoints - 1) / MostPoints));
}
