namespace PdnColorize.Training.Reports.Sheets;

/// <summary>Chooses which of many validations to keep.</summary>
internal static class Thinning
{
    /// <summary>The first, the last and others spread evenly between.</summary>
    /// <param name="steps">The steps of the validations, ascending.</param>
    /// <param name="most">How many to keep, at least 2.</param>
    public static IReadOnlyList<long> Keep(IEnumerable<long> steps, int most)
    {
        List<long> kept = [.. steps];
        while (kept.Count > most)
        {
            // Whichever leaves the smallest gap is missed least.
            int dropped = Enumerable.Range(1, kept.Count - 2).MinBy(i => kept[i + 1] - kept[i - 1]);
            kept.RemoveAt(dropped);
        }

        return kept;
    }
}
