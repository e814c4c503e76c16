using System.Text.Json;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Building;

/// <summary>
/// Remembers which shards of a folder are complete, so that a build that was killed goes on where it was: one line for each in a journal, which
/// <see cref="DatasetFolder"/> deletes when the index is written.
/// </summary>
internal sealed class FinishedShards
{
    public const string JournalName = "progress.jsonl";

    private readonly string _folder;
    private readonly Dictionary<string, ShardInfo> _byRecipe = [];

    private FinishedShards(string folder) => _folder = folder;

    private string JournalPath => Path.Combine(_folder, JournalName);

    /// <summary>
    /// Reads what an earlier run left. The index of a finished data set becomes a journal again: until the new build ends, the folder must not
    /// look finished.
    /// </summary>
    public static FinishedShards Open(string folder)
    {
        FinishedShards finished = new(folder);
        if (File.Exists(finished.JournalPath))
            foreach (string line in File.ReadAllLines(finished.JournalPath))
                if (Read(line) is { } info) finished._byRecipe[info.Recipe] = info;

        string index = Path.Combine(folder, ShardIndex.FileName);
        if (File.Exists(index))
        {
            try
            {
                foreach (ShardInfo info in ShardIndex.Read(folder).Shards) finished._byRecipe[info.Recipe] = info;
            }
            catch (DatasetException)
            {
                // An index of another version or a damaged one: nothing of it can be kept.
            }

            File.WriteAllLines(finished.JournalPath, finished._byRecipe.Values.Select(info => JsonSerializer.Serialize(info)));
            File.Delete(index);
        }

        // It stands there before the first shard does: a folder with shards and neither index nor journal is taken for somebody else's.
        if (!File.Exists(finished.JournalPath)) File.WriteAllText(finished.JournalPath, "");
        return finished;
    }

    /// <summary>The finished shard for a plan, if its file is there with the bytes that it had.</summary>
    public ShardInfo? Find(ShardPlan plan)
    {
        if (!_byRecipe.TryGetValue(plan.Recipe, out ShardInfo? info) || info.File != plan.File) return null;
        string path = Path.Combine(_folder, info.File);
        return File.Exists(path) && StableHash.Sha256OfFile(path) == info.Sha256 ? info : null;
    }

    public void Add(ShardInfo info)
    {
        _byRecipe[info.Recipe] = info;
        // A kill may have cut the last line off: the empty one keeps it from swallowing this.
        File.AppendAllText(JournalPath, $"\n{JsonSerializer.Serialize(info)}\n");
    }

    private static ShardInfo? Read(string line)
    {
        try
        {
            return line.Length == 0 ? null : JsonSerializer.Deserialize<ShardInfo>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
