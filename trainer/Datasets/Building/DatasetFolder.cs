using System.Globalization;
using System.Text;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Building;

/// <summary>The folder that a data set is written to. While it is open, no other build can write to it.</summary>
internal sealed class DatasetFolder : IDisposable
{
    private const string LockName = "build.lock";

    private readonly string _folder;
    private readonly FileStream _lock;

    private DatasetFolder(string folder, FileStream taken)
    {
        _folder = folder;
        _lock = taken;
    }

    /// <exception cref="DatasetException">The folder cannot be written to, holds something else, or another build has it.</exception>
    public static DatasetFolder Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            if (Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(entry => !IsOurs(entry)) is { } stranger)
                throw new DatasetException($"'{folder}' holds '{Path.GetFileName(stranger)}', which is no part of a data set. Choose a new folder.");
            FileStream taken = new(
                Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            foreach (string left in Directory.EnumerateFiles(folder, "*" + AtomicFile.TemporaryEnd)) File.Delete(left);
            return new DatasetFolder(folder, taken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"'{folder}' cannot be written to: {e.Message} Is another build at work there?", e);
        }
    }

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>Writes what makes the folder a data set, the index last, and takes away what no longer belongs to it.</summary>
    public ShardIndex Complete(
        DatasetOptions options, IReadOnlyList<ShardInfo> shards, IReadOnlyList<RejectedFile> rejects, IEnumerable<(string Key, string Sha256)> accepted)
    {
        RejectsFile.Write(_folder, rejects);
        List<(string Key, string Sha256)> sources = [.. accepted, .. rejects.Select(reject => (reject.Picture.Key, reject.Sha256))];
        ShardIndex index = new()
        {
            Version = ShardIndex.CurrentVersion,
            Count = shards.Sum(shard => shard.Count),
            Size = options.Size,
            Seed = options.Seed,
            PicturesPerShard = options.PicturesPerShard,
            LineVariants = options.LineVariants,
            Part = options.Part.ToString(),
            NearDuplicatesRemoved = options.RejectNearDuplicates && options.Part.Count == 1,
            Sources = sources.Count,
            SourceHash = HashOf(sources),
            Rejects = new SortedDictionary<string, int>(
                rejects.GroupBy(reject => RejectsFile.Word(reject.Picture.Reason)).ToDictionary(group => group.Key, group => group.Count()),
                StringComparer.Ordinal),
            Shards = shards,
        };

        HashSet<string> own = [.. shards.Select(shard => shard.File)];
        foreach (string path in Directory.EnumerateFiles(_folder, MemberNames.ShardPattern))
            if (!own.Contains(Path.GetFileName(path))) File.Delete(path);
        AtomicFile.Write(PathOf(ShardIndex.FileName), index.ToJson());
        File.Delete(PathOf(ScanJournal.FileName));
        File.Delete(PathOf(FinishedShards.JournalName));
        return index;
    }

    public void Dispose() => _lock.Dispose();

    private static string HashOf(List<(string Key, string Sha256)> sources)
    {
        sources.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        StringBuilder text = new();
        foreach ((string key, string sha256) in sources)
            text.Append(CultureInfo.InvariantCulture, $"{key}\t{sha256}\n");
        return StableHash.Sha256(text.ToString());
    }

    private static bool IsOurs(string entry) => Path.GetFileName(entry) is { } name
        && (name is ShardIndex.FileName or RejectsFile.FileName or ScanJournal.FileName or FinishedShards.JournalName or LockName
            || name.EndsWith(AtomicFile.TemporaryEnd, StringComparison.Ordinal) || MemberNames.IsShard(name) || name is "preview.png");
}
