using PdnColorize.Datasets.Shards;

namespace PdnColorize.Trainer.Commands.Dataset;

/// <summary>What the console says of a finished data set.</summary>
internal static class DatasetSummary
{
    /// <summary>Counts of pictures, and of those left out by reason.</summary>
    public static void Write(ShardIndex index, string folder)
    {
        Console.Out.WriteLine($"Wrote {index.Count} pictures in {index.Shards.Count} {(index.Shards.Count == 1 ? "shard" : "shards")} to {folder}.");
        WriteRejects(index.Rejects);
    }

    /// <summary>The pictures left out, by reason.</summary>
    public static void WriteRejects(IReadOnlyDictionary<string, int> rejects)
    {
        if (rejects.Count == 0) return;
        string counts = string.Join(", ", rejects.OrderByDescending(reject => reject.Value).Select(reject => $"{reject.Value} {reject.Key}"));
        Console.Out.WriteLine($"Left out: {counts}; rejects.csv names each.");
    }
}
