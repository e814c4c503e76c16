namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>Tells sources of one name apart by the folders that they lie in.</summary>
internal static class SourceNames
{
    private static readonly char[] Separators = [Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar];

    /// <summary>
    /// Puts the names of the folders above before the names of sources that share one, as many as it takes. A name that is its source's alone stays as it is, and so do its
    /// pictures' keys: what is drawn by lot hangs on them, and figures shall stay comparable with those of earlier evaluations.
    /// </summary>
    public static IEnumerable<ListedPicture> TellApart(IReadOnlyList<ListedPicture> pictures)
    {
        (string Source, string Place)[] sources = [.. pictures.Select(picture => (picture.Source, picture.Place)).Distinct()];
        int[] above = new int[sources.Length];
        for (bool changed = true; changed;)
        {
            changed = false;
            IGrouping<string, int>[] names = [.. Enumerable.Range(0, sources.Length).GroupBy(i => FoldersAbove(sources[i], above[i]) + sources[i].Source)];
            // Where no folder is left above, a source keeps what it has.
            foreach (int i in names.Where(alike => alike.Count() > 1).SelectMany(alike => alike)
                .Where(i => FoldersAbove(sources[i], above[i] + 1) != FoldersAbove(sources[i], above[i])))
            {
                above[i]++;
                changed = true;
            }
        }

        Dictionary<(string, string), string> before = sources.Index().ToDictionary(source => source.Item, source => FoldersAbove(source.Item, above[source.Index]));
        return pictures.Select(picture => Prefix(picture, before[(picture.Source, picture.Place)]));
    }

    private static ListedPicture Prefix(ListedPicture picture, string before)
    {
        if (before.Length == 0) return picture;
        // Keys of pictures in a data set's input folder itself do not begin with their source's name.
        string key = picture.Key.StartsWith($"{picture.Source}/", StringComparison.Ordinal) ? picture.Key : $"{picture.Source}/{picture.Key}";
        return picture with { Source = before + picture.Source, Key = before + key };
    }

    /// <summary>The names of the nearest folders above a source, each with a slash.</summary>
    private static string FoldersAbove((string Name, string Place) source, int count)
    {
        string[] folders = source.Place.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(folders.SkipLast(source.Name.Count(character => character == '/') + 1).TakeLast(count).Select(folder => folder + "/"));
    }
}
