using System.Globalization;
using PdnColorize.Datasets.Randomness;

namespace PdnColorize.Datasets.Sources;

/// <summary>Finds the picture files of a build.</summary>
internal static class SourceList
{
    /// <summary>Ends of the files that are taken for pictures.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".png", ".jpg", ".jpeg", ".webp"];

    /// <summary>The sources of the options' part, in the ordinal order of their keys.</summary>
    /// <exception cref="DatasetException">There are none, or the index file is no use.</exception>
    public static List<PictureSource> Create(DatasetOptions options)
    {
        List<PictureSource> all = options.IndexFile is { } index ? FromIndex(index, options.Split) : FromFolders(options.Inputs);
        if (all.Count == 0)
            throw new DatasetException(options.IndexFile is null
                ? $"There is no {string.Join(", ", Extensions)} file in {string.Join(", ", options.Inputs)}."
                : $"'{options.IndexFile}' lists no picture{(options.Split is null ? "" : $" with split '{options.Split}'")}.");

        all.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        for (int i = 1; i < all.Count; i++)
            if (all[i].Key == all[i - 1].Key) throw new DatasetException($"The picture '{all[i].Key}' is listed twice. Remove one of the two.");
        return options.Part.Count == 1 ? all : all.FindAll(source => BelongsTo(source.Key, options.Part));
    }

    /// <summary>Whether a picture belongs to a part: by its key alone, so that adding pictures moves no other.</summary>
    internal static bool BelongsTo(string key, DatasetPart part) => StableHash.Of("part", 0, key) % (ulong)part.Count == (ulong)(part.Number - 1);

    private static List<PictureSource> FromFolders(IReadOnlyList<string> folders)
    {
        List<PictureSource> sources = [];
        HashSet<string> names = [];
        foreach (string folder in folders)
        {
            string root = Path.GetFullPath(folder);
            string name = UniqueName(Path.GetFileName(Path.TrimEndingDirectorySeparator(root)), names);
            EnumerationOptions everything = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };
            foreach (string path in Directory.EnumerateFiles(root, "*", everything))
            {
                // macOS leaves '._name.png' beside files that it copies: no pictures.
                if (Path.GetFileName(path).StartsWith('.') || !Extensions.Contains(Path.GetExtension(path).ToLowerInvariant())) continue;
                string relative = Path.GetRelativePath(root, path).Replace('\\', '/');
                int slash = relative.LastIndexOf('/');
                string group = slash < 0 ? "" : $"{name}/{relative[..slash]}";
                sources.Add(new PictureSource($"{name}/{relative}", path, group, 1));
            }
        }

        return LinePairs.Join(sources);
    }

    // Two folders may have the same name: their pictures must not.
    private static string UniqueName(string name, HashSet<string> taken)
    {
        string unique = name;
        for (int number = 2; !taken.Add(unique); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}");
        return unique;
    }

    private static List<PictureSource> FromIndex(string indexFile, string? split)
    {
        List<string[]> records = CsvText.Parse(ReadText(indexFile), indexFile);
        string[] header = records.Count > 0 ? records[0] : [];
        int file = Array.IndexOf(header, "file");
        int group = Array.IndexOf(header, "group");
        int splitColumn = Array.IndexOf(header, "split");
        int weight = Array.IndexOf(header, "weight");
        if (file < 0) throw new DatasetException($"'{indexFile}' has no column 'file'. Its first line must name the columns: file,group,split,weight.");
        if (split is not null && splitColumn < 0) throw new DatasetException($"'{indexFile}' has no column 'split', so '{split}' cannot be chosen.");

        string folder = Path.GetDirectoryName(Path.GetFullPath(indexFile))!;
        List<PictureSource> sources = [];
        for (int row = 1; row < records.Count; row++)
        {
            string[] record = records[row];
            if (record.Length != header.Length)
                throw new DatasetException($"'{indexFile}' has {record.Length} fields in record {row + 1}, but {header.Length} columns. Correct the file.");
            if (split is not null && record[splitColumn] != split) continue;
            string key = record[file].Replace('\\', '/');
            string path = Path.GetFullPath(Path.Combine(folder, key));
            sources.Add(new PictureSource(
                key, path, group < 0 ? "" : record[group], weight < 0 ? 1 : Weight(record[weight], indexFile, row), LinePairs.Find(path)));
        }

        return sources;
    }

    private static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"'{path}' cannot be read: {e.Message}", e);
        }
    }

    private static float Weight(string text, string indexFile, int row) =>
        float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float weight) && weight > 0 && float.IsFinite(weight)
            ? weight
            : throw new DatasetException($"'{indexFile}' has the weight '{text}' in record {row + 1}. A weight is a number above 0.");
}
