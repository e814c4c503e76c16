using PdnColorize.Datasets.Building;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets;

/// <summary>Counts what a data set holds and verifies that its files are the ones that were built.</summary>
public static class DatasetCheck
{
    /// <summary>Checks every shard: its SHA-256, its members, and that every picture can be decoded.</summary>
    /// <param name="folder">The data set.</param>
    /// <param name="progress">Told after every shard how many were checked; may be null.</param>
    /// <param name="cancellation">Stops the check.</param>
    /// <exception cref="DatasetException">The folder holds no finished data set.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static DatasetReport Run(string folder, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ShardReader reader = ShardReader.Open(folder);
        Tally[] tallies = new Tally[reader.ShardCount];
        int done = 0;
        Parallel.For(0, reader.ShardCount, new ParallelOptions { CancellationToken = cancellation }, shard =>
        {
            tallies[shard] = CheckShard(reader, folder, shard, cancellation);
            progress?.Report(Interlocked.Increment(ref done));
        });
        return Summarise(reader.Index, tallies, CheckRejects(folder, reader.Index));
    }

    private static Tally CheckShard(ShardReader reader, string folder, int shard, CancellationToken cancellation)
    {
        Tally tally = new();
        ShardInfo info = reader.Index.Shards[shard];
        string path = Path.Combine(folder, info.File);
        try
        {
            if (!File.Exists(path))
            {
                tally.Problems.Add($"{info.File} is missing.");
                return tally;
            }

            if (StableHash.Sha256OfFile(path) != info.Sha256)
                tally.Problems.Add($"{info.File} has been altered or damaged: its SHA-256 is not that of the index.");
            foreach (TrainingPair pair in reader.Read(shard))
            {
                cancellation.ThrowIfCancellationRequested();
                tally.Add(pair);
            }
        }
        catch (Exception e) when (e is DatasetException or IOException or UnauthorizedAccessException)
        {
            tally.Problems.Add(e.Message);
        }

        return tally;
    }

    private static List<string> CheckRejects(string folder, ShardIndex index)
    {
        try
        {
            int listed = RejectsFile.Read(folder).Count;
            int counted = index.Rejects.Values.Sum();
            return listed == counted ? [] : [$"{RejectsFile.FileName} lists {listed} pictures, the index {counted}."];
        }
        catch (DatasetException e)
        {
            return [e.Message];
        }
    }

    private static DatasetReport Summarise(ShardIndex index, Tally[] tallies, List<string> problems)
    {
        List<int> sides = [.. tallies.SelectMany(tally => tally.LongSides)];
        return new DatasetReport
        {
            Pictures = index.Count,
            Shards = index.Shards.Count,
            Bytes = index.Shards.Sum(shard => shard.Bytes),
            Groups = tallies.SelectMany(tally => tally.Groups).Distinct().Count(),
            LongSide = sides.Count == 0 ? (0, 0) : (sides.Min(), sides.Max()),
            MeanPixels = sides.Count == 0 ? 0 : tallies.Sum(tally => tally.Pixels) / (double)sides.Count,
            Extractors = new SortedDictionary<string, int>(
                tallies.SelectMany(tally => tally.Extractors).GroupBy(name => name).ToDictionary(group => group.Key, group => group.Count()),
                StringComparer.Ordinal),
            Rejects = index.Rejects,
            Problems = [.. tallies.SelectMany(tally => tally.Problems), .. problems],
        };
    }

    private sealed class Tally
    {
        public List<string> Problems { get; } = [];

        public HashSet<string> Groups { get; } = [];

        public List<int> LongSides { get; } = [];

        public List<string> Extractors { get; } = [];

        public long Pixels { get; private set; }

        public void Add(TrainingPair pair)
        {
            if (pair.Group.Length > 0) Groups.Add(pair.Group);
            LongSides.Add(Math.Max(pair.Width, pair.Height));
            Pixels += (long)pair.Width * pair.Height;
            // "article-5+xdog-0.4" counts for article and for xdog.
            foreach (LineArtVariant line in pair.Lines)
                Extractors.AddRange(line.Extractor.Split('+').Select(name => name.Split('-')[0]));
        }
    }
}
