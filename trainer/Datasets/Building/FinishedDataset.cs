using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Building;

/// <summary>The finished data set that a folder already holds. Its own build may go over it again; any other must be told to replace it.</summary>
internal sealed class FinishedDataset
{
    private readonly string _folder;
    private readonly ShardIndex _index;

    private FinishedDataset(string folder, ShardIndex index)
    {
        _folder = folder;
        _index = index;
    }

    /// <summary>The data set to be spared; null if there is none, or if the user wants it replaced.</summary>
    /// <exception cref="DatasetException">There is one that this program cannot read.</exception>
    public static FinishedDataset? Find(DatasetOptions options)
    {
        if (options.Replace || !ShardIndex.IsIn(options.Output)) return null;
        try
        {
            return new FinishedDataset(options.Output, ShardIndex.Read(options.Output));
        }
        catch (DatasetException e)
        {
            throw new DatasetException($"'{options.Output}' holds a data set that is damaged or of another version of this program. {WhatToDo}", e);
        }
    }

    /// <summary>Compares what is known before any picture is looked at, so that nobody waits for the scan to be refused.</summary>
    /// <param name="options">The options of the build that wants the folder.</param>
    /// <param name="sources">How many picture files it is built from.</param>
    /// <exception cref="DatasetException">It is another build.</exception>
    public void RequireSettings(DatasetOptions options, int sources)
    {
        List<string> differences = [];
        Compare("size", _index.Size, options.Size);
        Compare("seed", _index.Seed, options.Seed);
        Compare("line variants", _index.LineVariants, options.LineVariants);
        Compare("pictures per shard", _index.PicturesPerShard, options.PicturesPerShard);
        Compare("part", _index.Part, options.Part.ToString());
        Compare("near-duplicates left out", _index.NearDuplicatesRemoved, options.RemovesNearDuplicates);
        Compare("picture files", _index.Sources, sources);
        if (differences.Count > 0)
            throw new DatasetException($"'{_folder}' holds a finished data set, which is of another build ({string.Join("; ", differences)}). {WhatToDo}");

        void Compare<T>(string name, T before, T now)
            where T : IEquatable<T>
        {
            if (!before.Equals(now)) differences.Add(FormattableString.Invariant($"{name}: {before}, now {now}"));
        }
    }

    /// <summary>Compares what the shards would be made from.</summary>
    /// <exception cref="DatasetException">Some would not be as they are.</exception>
    public void RequireShards(IEnumerable<ShardPlan> plans)
    {
        if (!plans.Select(plan => plan.Recipe).SequenceEqual(_index.Shards.Select(shard => shard.Recipe)))
            throw new DatasetException(
                $"'{_folder}' holds a finished data set, which this build would change: the pictures, what is left out of them, or this program are not as they were. {WhatToDo}");
    }

    private static string WhatToDo => "Choose another folder, delete that one, or have it replaced with --replace.";
}
