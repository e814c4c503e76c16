using System.Globalization;
using System.Text;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Building;

/// <summary>The folder that a data set is written to. While it is open, no other build can write to it.</summary>
internal sealed class DatasetFolder : IDisposable
{
    private const string LockName = "build.lock";

    // 'dataset preview' writes where it is told, and beside the shards is a likely place.
    private const string PreviewName = "preview.png";

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
            if (FindStranger(folder) is { } stranger)
                throw new DatasetException($"'{folder}' holds '{stranger}', which is no part of a data set that this program built. Choose a new folder.");
            FileStream taken = new(
                Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            foreach (string path in Directory.EnumerateFiles(folder))
                if (IsTemporary(Path.GetFileName(path))) File.Delete(path);
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
            NearDuplicatesRemoved = options.RemovesNearDuplicates,
            Sources = sources.Count,
            SourceHash = HashOf(sources),
            Rejects = new SortedDictionary<string, int>(
                rejects.GroupBy(reject => RejectsFile.Word(reject.Picture.Reason)).ToDictionary(group => group.Key, group => group.Count()),
                StringComparer.Ordinal),
            Shards = shards,
        };

        HashSet<string> own = [.. shards.Select(shard => shard.File)];
        foreach (string path in Directory.EnumerateFiles(_folder))
            if (Path.GetFileName(path) is var name && MemberNames.IsShard(name) && !own.Contains(name)) File.Delete(path);
        AtomicFile.Write(PathOf(ShardIndex.FileName), index.ToJson());
        File.Delete(PathOf(ScanJournal.FileName));
        File.Delete(PathOf(FinishedShards.JournalName));
        return index;
    }

    /// <summary>Writes what was left out when that is all there is, but not over the list of a finished data set, which then stays as it is.</summary>
    /// <returns>The file; null if it was not written.</returns>
    public string? WriteRejectsAlone(IReadOnlyList<RejectedFile> rejects)
    {
        if (ShardIndex.IsIn(_folder)) return null;
        RejectsFile.Write(_folder, rejects);
        return PathOf(RejectsFile.FileName);
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

    /// <summary>The name of something that no build put there; null if there is none.</summary>
    private static string? FindStranger(string folder)
    {
        string[] names = [.. Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry))];
        bool hasIndex = ShardIndex.IsIn(folder);
        // Others name their shards and lists so too: only beside what this program alone writes are they a build's.
        bool isBuild = hasIndex || names.Contains(FinishedShards.JournalName) || names.Contains(ScanJournal.FileName);
        return names.FirstOrDefault(name => !IsOurs(name));

        bool IsOurs(string name) => name switch
        {
            ShardIndex.FileName => hasIndex,
            FinishedShards.JournalName or ScanJournal.FileName or LockName or PreviewName => true,
            RejectsFile.FileName => isBuild,
            _ => IsTemporary(name) || (isBuild && MemberNames.IsShard(name)),
        };
    }

    /// <summary>Whether a file of this name is what a killed build left of a file that it had not finished.</summary>
    private static bool IsTemporary(string name) => name.EndsWith(AtomicFile.TemporaryEnd, StringComparison.Ordinal)
        && name[..^AtomicFile.TemporaryEnd.Length] is var whole
        && (whole is ShardIndex.FileName or RejectsFile.FileName or ScanJournal.FileName or PreviewName || MemberNames.IsShard(whole));
}
