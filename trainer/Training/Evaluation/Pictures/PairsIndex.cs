using PdnColorize.Datasets;
using PdnColorize.Datasets.Sources;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>Tells which pairs are for training.</summary>
internal sealed class PairsIndex
{
    private const string ValidationSplit = "val";

    private readonly HashSet<string> _others = [];

    private PairsIndex()
    {
    }

    /// <summary>Reads a CSV file; each <c>name</c> is a pair's path from the file's folder, without <c>_line.png</c>.</summary>
    /// <exception cref="DatasetException">The file cannot be read or lacks a column.</exception>
    public static PairsIndex Read(string file)
    {
        List<string[]> records = CsvText.Parse(ReadText(file), file);
        string[] header = records.Count > 0 ? records[0] : [];
        (int name, int split) = (Array.IndexOf(header, "name"), Array.IndexOf(header, "split"));
        if (name < 0 || split < 0) throw new DatasetException($"'{file}' lacks the column 'name' or 'split'. Its first line must name both.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        PairsIndex index = new();
        foreach (string[] record in records.Skip(1))
        {
            if (record.Length != header.Length) throw new DatasetException($"'{file}' has a record of {record.Length} fields, but {header.Length} columns. Correct the file.");
            if (record[split] != ValidationSplit) index._others.Add(Path.GetFullPath(Path.Combine(folder, record[name])));
        }

        return index;
    }

    /// <summary>Whether a pair may be evaluated on: all but those that the index gives another split.</summary>
    /// <param name="pair">Its full path without <c>_line.png</c>.</param>
    public bool Allows(string pair) => !_others.Contains(pair);

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"'{file}' cannot be read: {e.Message}", e);
        }
    }
}
