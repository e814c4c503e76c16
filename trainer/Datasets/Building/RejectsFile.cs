using System.Text;
using PdnColorize.Datasets.Sources;

namespace PdnColorize.Datasets.Building;

/// <summary>The file <c>rejects.csv</c>: what was left out and why.</summary>
internal static class RejectsFile
{
    public const string FileName = "rejects.csv";

    private static readonly string[] Columns = ["file", "reason", "detail", "sha256"];

    private static readonly Dictionary<RejectReason, string> Words = new()
    {
        [RejectReason.ImageBomb] = "image-bomb",
        [RejectReason.Undecodable] = "undecodable",
        [RejectReason.TooSlow] = "too-slow",
        [RejectReason.TooSmall] = "too-small",
        [RejectReason.Monochrome] = "monochrome",
        [RejectReason.PhotoLike] = "photo-like",
        [RejectReason.NearDuplicate] = "near-duplicate",
        [RejectReason.UnlikeLines] = "unlike-lines",
    };

    public static string Word(RejectReason reason) => Words[reason];

    /// <summary>Writes the rejects in the order of their keys.</summary>
    public static void Write(string folder, IEnumerable<RejectedFile> rejects)
    {
        StringBuilder text = new(CsvText.Line(Columns));
        foreach (RejectedFile reject in rejects.OrderBy(reject => reject.Picture.Key, StringComparer.Ordinal))
            text.Append(CsvText.Line(reject.Picture.Key, Word(reject.Picture.Reason), reject.Picture.Detail, reject.Sha256));
        AtomicFile.Write(Path.Combine(folder, FileName), Encoding.UTF8.GetBytes(text.ToString()));
    }

    /// <summary>Reads the rejects of a data set.</summary>
    /// <exception cref="DatasetException">The file is missing or damaged.</exception>
    public static List<RejectedFile> Read(string folder)
    {
        string path = Path.Combine(folder, FileName);
        try
        {
            List<string[]> records = CsvText.Parse(File.ReadAllText(path), path);
            Dictionary<string, RejectReason> reasons = Words.ToDictionary(pair => pair.Value, pair => pair.Key);
            return [.. records.Skip(1).Select(record => record.Length == Columns.Length && reasons.TryGetValue(record[1], out RejectReason reason)
                ? new RejectedFile(new RejectedPicture(record[0], reason, record[2]), record[3])
                : throw new DatasetException($"'{path}' has a record that this program did not write. Build the data set again."))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"'{path}' cannot be read: {e.Message} Build the data set again.", e);
        }
    }
}
