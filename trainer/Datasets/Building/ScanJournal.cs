using System.Text;
using System.Text.Json;
using PdnColorize.Datasets.Sources;

namespace PdnColorize.Datasets.Building;

/// <summary>
/// The results of a scan, line by line as they come, so that a build that was killed scans no file twice. A line that the kill cut off, and a file
/// that has changed since, are scanned again.
/// </summary>
internal sealed class ScanJournal : IDisposable
{
    public const string FileName = "scan.jsonl";

    /// <summary>Raise when a scan finds other things than before in the same file: journals of an older program are then thrown away.</summary>
    private const int Version = 2;

    private readonly Dictionary<string, ScanResult> _earlier;
    private readonly StreamWriter _writer;

    private ScanJournal(StreamWriter writer, Dictionary<string, ScanResult> earlier)
    {
        _writer = writer;
        _earlier = earlier;
    }

    /// <summary>Opens the journal in the folder of the data set; one that was made with other options is thrown away.</summary>
    public static ScanJournal Open(DatasetOptions options)
    {
        string path = Path.Combine(options.Output, FileName);
        string header = $"{{\"version\":{Version},\"size\":{options.Size},\"leastSide\":{options.LeastSide},\"rejectPhotos\":{(options.RejectPhotos ? "true" : "false")}}}";
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        bool usable = lines.Length > 0 && lines[0] == header;

        Dictionary<string, ScanResult> earlier = [];
        foreach (string line in usable ? lines.Skip(1) : [])
            if (Read(line) is { } result) earlier[result.Key] = result;
        string kept = string.Concat(earlier.Values.Select(result => JsonSerializer.Serialize(result) + "\n"));
        AtomicFile.Write(path, Encoding.UTF8.GetBytes($"{header}\n{kept}"));
        return new ScanJournal(new StreamWriter(path, append: true) { NewLine = "\n", AutoFlush = true }, earlier);
    }

    /// <summary>The earlier result, if the file is still the same.</summary>
    public ScanResult? Find(PictureSource source)
    {
        if (!_earlier.TryGetValue(source.Key, out ScanResult? result)) return null;
        return File.Exists(source.Path) && SourceFiles.Stamp(source) == (result.Length, result.ModifiedTicks) ? result : null;
    }

    public void Add(ScanResult result)
    {
        // How long a file took says nothing about the file: the next run tries again.
        if (result.Reason is RejectReason.TooSlow) return;
        _writer.WriteLine(JsonSerializer.Serialize(result));
    }

    public void Dispose() => _writer.Dispose();

    private static ScanResult? Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ScanResult>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
