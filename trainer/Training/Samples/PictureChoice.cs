namespace PdnColorize.Training.Samples;

/// <summary>Chooses the pictures that are validated on.</summary>
internal static class PictureChoice
{
    /// <summary>Pictures from all sources in turn, so that a large one does not outvote the rest.</summary>
    /// <param name="pictures">The pictures to choose from.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="seed">Decides which.</param>
    public static int[] FromAllSources(IPictureSource pictures, int count, long seed)
    {
        SampleRandom random = new(unchecked((ulong)seed));
        List<Queue<int>> sources = [.. Enumerable.Range(0, pictures.Count)
            .GroupBy(i => SourceOf(pictures, i))
            .OrderBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => new Queue<int>(source.OrderBy(_ => random.Next())))];
        List<int> chosen = [];
        while (chosen.Count < count && sources.Exists(source => source.Count > 0))
            foreach (Queue<int> source in sources)
                if (chosen.Count < count && source.TryDequeue(out int index)) chosen.Add(index);
        return [.. chosen];
    }

    /// <summary>Where a picture comes from: the folder in its key.</summary>
    public static string SourceOf(IPictureSource pictures, int index) => Path.GetDirectoryName(pictures.FactsOf(index).Key) ?? "";
}
