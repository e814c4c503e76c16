namespace PdnColorize.Datasets.Sources;

/// <summary>Pictures that come with the lines they were drawn with: NAME_color.png has its lines in NAME_line.png beside it.</summary>
internal static class LinePairs
{
    public const string ColorEnd = "_color";
    public const string LineEnd = "_line";

    /// <summary>Gives pictures their line files, and takes these out of the list: they are no pictures to learn from by themselves.</summary>
    public static List<PictureSource> Join(IReadOnlyList<PictureSource> sources)
    {
        Dictionary<string, PictureSource> lines = [];
        foreach (PictureSource source in sources)
            if (NameOf(source.Path, LineEnd) is { } name) lines.TryAdd(name, source);

        HashSet<PictureSource> used = [];
        List<PictureSource> pictures = [];
        foreach (PictureSource source in sources)
        {
            PictureSource? line = NameOf(source.Path, ColorEnd) is { } name ? lines.GetValueOrDefault(name) : null;
            if (line is not null) used.Add(line);
            pictures.Add(line is null ? source : source with { LinePath = line.Path });
        }

        return pictures.FindAll(picture => !used.Contains(picture));
    }

    /// <summary>A file's line file, if there is one beside it.</summary>
    public static string? Find(string path)
    {
        if (NameOf(path, ColorEnd) is not { } name) return null;
        return SourceList.Extensions.Select(extension => name + LineEnd + extension).FirstOrDefault(File.Exists);
    }

    /// <summary>The path without its extension and end, if it ends so.</summary>
    private static string? NameOf(string path, string end)
    {
        string whole = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path));
        return whole.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? whole[..^end.Length] : null;
    }
}
