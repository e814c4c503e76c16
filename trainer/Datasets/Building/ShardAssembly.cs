using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Building;

/// <summary>Writes planned shards one after another, keeping those that an earlier run finished.</summary>
internal static class ShardAssembly
{
    /// <param name="folder">Where to write; held open by the caller.</param>
    /// <param name="path">Its path.</param>
    /// <param name="plans">All shards of the data set.</param>
    /// <param name="makeSamples">Makes the samples of the given pictures, in their order; asked once, for all shards that are missing.</param>
    /// <param name="report">Told how many pictures came to be, and how many of all those were kept.</param>
    /// <returns>What the index says of each shard, in the order of the plans.</returns>
    public static async Task<List<ShardInfo>> WriteAsync(
        DatasetFolder folder, string path, IReadOnlyList<ShardPlan> plans,
        Func<IEnumerable<PlannedPicture>, IAsyncEnumerable<StoredSample>> makeSamples, Action<int, int> report)
    {
        FinishedShards finished = FinishedShards.Open(path);
        ShardInfo?[] infos = [.. plans.Select(finished.Find)];
        int kept = infos.Sum(info => info?.Count ?? 0);
        if (kept > 0) report(kept, kept);

        List<int> missing = [.. Enumerable.Range(0, plans.Count).Where(i => infos[i] is null)];
        IAsyncEnumerator<StoredSample> samples = makeSamples(missing.SelectMany(i => plans[i].Pictures)).GetAsyncEnumerator();
        await using (samples.ConfigureAwait(false))
        {
            foreach (int i in missing)
            {
                infos[i] = await WriteOneAsync(folder, plans[i], samples, () => report(1, kept)).ConfigureAwait(false);
                finished.Add(infos[i]!);
            }
        }

        return [.. infos.Select(info => info!)];
    }

    private static async Task<ShardInfo> WriteOneAsync(DatasetFolder folder, ShardPlan plan, IAsyncEnumerator<StoredSample> samples, Action reportOne)
    {
        using ShardFileWriter writer = new(folder.PathOf(plan.File));
        for (int place = 0; place < plan.Pictures.Count; place++)
        {
            if (!await samples.MoveNextAsync().ConfigureAwait(false))
                throw new InvalidOperationException($"There are fewer samples than pictures for {plan.File}.");
            writer.Add(plan.FirstNumber + place, samples.Current);
            reportOne();
        }

        return writer.Complete(plan.Recipe);
    }
}
