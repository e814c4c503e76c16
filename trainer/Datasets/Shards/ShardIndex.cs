using System.Text.Json;
using System.Text.Json.Serialization;

namespace PdnColorize.Datasets.Shards;

/// <summary>The file <c>index.json</c> of a data set: what it holds and what it was made from.</summary>
public sealed record ShardIndex
{
    /// <summary>Name of the file in the folder of a data set.</summary>
    public const string FileName = "index.json";

    /// <summary>The version of the layout that this program writes and reads.</summary>
    public const int CurrentVersion = 1;

    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    };

    /// <summary>Version of the layout, <see cref="CurrentVersion"/>.</summary>
    public required int Version { get; init; }

    /// <summary>Pictures in all shards together.</summary>
    public required int Count { get; init; }

    /// <summary>Long side of the largest pictures, in pixels.</summary>
    public required int Size { get; init; }

    /// <summary>Seed of every random choice.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Pictures in every shard but the last.</summary>
    public required int PicturesPerShard { get; init; }

    /// <summary>Line drawings of each picture.</summary>
    public required int LineVariants { get; init; }

    /// <summary>Which part of the sources this is, <c>1/1</c> when all; parts are joined by <c>dataset merge</c>.</summary>
    public required string Part { get; init; }

    /// <summary>Whether near-duplicates were looked for; a part leaves that to the merge, which sees all parts.</summary>
    public required bool NearDuplicatesRemoved { get; init; }

    /// <summary>Picture files that were looked at.</summary>
    public required int Sources { get; init; }

    /// <summary>SHA-256 of the list of sources: for each its key, a tab, its file's SHA-256 and a line feed, in order of the keys.</summary>
    public required string SourceHash { get; init; }

    /// <summary>Rejected pictures, by reason.</summary>
    public required IReadOnlyDictionary<string, int> Rejects { get; init; }

    /// <summary>The tar files, in order.</summary>
    public required IReadOnlyList<ShardInfo> Shards { get; init; }

    /// <summary>Reads the index of a data set.</summary>
    /// <exception cref="DatasetException">The folder holds no data set, an unfinished one, or one of another version.</exception>
    public static ShardIndex Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        string path = Path.Combine(folder, FileName);
        if (!Directory.Exists(folder)) throw new DatasetException($"There is no folder '{folder}'. Check the path, or build the data set first.");
        if (!File.Exists(path))
            throw new DatasetException($"'{folder}' has no {FileName}: it is no data set, or its build has not finished. Run the same build again to finish it.");

        try
        {
            ShardIndex index = JsonSerializer.Deserialize<ShardIndex>(File.ReadAllBytes(path), Json) ?? throw new JsonException("The file says null.");
            Check(index, path);
            return index;
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"'{path}' cannot be read: {e.Message} Build the data set again.", e);
        }
    }

    /// <summary>
    /// Whether a folder holds an index that this program wrote, in any version. Many programs have a file of that name: theirs is not to be touched.
    /// </summary>
    internal static bool IsIn(string folder)
    {
        string path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) return false;
        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("version", out _)
                && json.RootElement.TryGetProperty("sourceHash", out _)
                && json.RootElement.TryGetProperty("shards", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    internal byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    private static void Check(ShardIndex index, string path)
    {
        if (index.Version != CurrentVersion)
            throw new DatasetException($"'{path}' is of version {index.Version}; this program reads version {CurrentVersion}. Build the data set again.");
        if (index.Shards.Any(shard => shard.Count < 1 || Path.GetFileName(shard.File) != shard.File))
            throw new DatasetException($"'{path}' lists a shard that cannot be: without pictures, or outside its folder. Build the data set again.");
        if (index.Shards.Sum(shard => (long)shard.Count) != index.Count)
            throw new DatasetException($"'{path}' says {index.Count} pictures, but its shards have another sum. Build the data set again.");
    }
}
