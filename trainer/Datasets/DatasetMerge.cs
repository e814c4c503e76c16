using PdnColorize.Datasets.Building;
using PdnColorize.Datasets.Pictures;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets;

/// <summary>
/// Joins the parts that the machines of a job array built. Near-duplicates are looked for here, across all parts; the result is byte for byte
/// the data set that one machine would have built from all sources. Nothing is drawn again.
/// </summary>
public static class DatasetMerge
{
    /// <summary>Merges parts into a new data set.</summary>
    /// <param name="folders">The folders of all parts, in any order.</param>
    /// <param name="output">Where to write; a new folder, or one that holds an unfinished merge or this very data set.</param>
    /// <param name="rejectNearDuplicates">Leave out pictures that look like an earlier one.</param>
    /// <param name="replace">Let the merge take the place of another finished data set there, which is refused otherwise.</param>
    /// <param name="progress">Told after every picture; may be null.</param>
    /// <param name="cancellation">Stops the merge; finished shards stay for the next run.</param>
    /// <returns>The index of the merged data set.</returns>
    /// <exception cref="DatasetException">Parts are missing, doubled, of different builds, damaged, or where the merge is to be written; or another data set is there.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<ShardIndex> RunAsync(
        IReadOnlyList<string> folders, string output, bool rejectNearDuplicates = true, bool replace = false,
        IProgress<DatasetProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folders);
        List<ShardReader> parts = OpenAll(folders);
        ShardIndex first = parts[0].Index;
        DatasetOptions options = new()
        {
            Output = output,
            Replace = replace,
            Size = first.Size,
            Seed = first.Seed,
            PicturesPerShard = first.PicturesPerShard,
            LineVariants = first.LineVariants,
            RejectNearDuplicates = rejectNearDuplicates,
        };

        try
        {
            RefuseParts(folders, output);
            using DatasetFolder folder = DatasetFolder.Open(output);
            FinishedDataset? finished = FinishedDataset.Find(options);
            finished?.RequireSettings(options, parts.Sum(part => part.Index.Sources));
            List<RejectedFile> rejects = [.. folders.SelectMany(RejectsFile.Read)];
            List<StoredPlace> accepted = Select(parts, rejectNearDuplicates, rejects, progress, cancellation);
            Dictionary<string, StoredPlace> byKey = accepted.ToDictionary(place => place.Facts.Key);
            List<ShardPlan> plans = ShardPlan.Create(options, accepted.Select(place =>
                new PlannedPicture(place.Facts.Key, place.Facts.SourceSha256, place.Facts.Group, place.Facts.Weight)));
            finished?.RequireShards(plans);
            int done = 0;

            async IAsyncEnumerable<StoredSample> ReadAllAsync(IEnumerable<PlannedPicture> pictures)
            {
                await foreach (StoredSample sample in OrderedWork.SelectAsync(
                    pictures, Environment.ProcessorCount, picture => Task.FromResult(byKey[picture.Key].Read()), cancellation).ConfigureAwait(false))
                    yield return sample;
            }

            List<ShardInfo> shards = await ShardAssembly.WriteAsync(folder, output, plans, ReadAllAsync, Report).ConfigureAwait(false);
            return folder.Complete(options, shards, rejects, accepted.Select(place => (place.Facts.Key, place.Facts.SourceSha256)));

            void Report(int pictures, int kept) =>
                progress?.Report(new DatasetProgress(DatasetPhase.Drawing, done += pictures, accepted.Count, kept, rejects.Count));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"The data set cannot be written to '{output}': {e.Message} What is done is kept; run the merge again.", e);
        }
    }

    private static List<ShardReader> OpenAll(IReadOnlyList<string> folders)
    {
        if (folders.Count == 0) throw new DatasetException("Name the folders of the parts to merge.");
        List<ShardReader> readers = [.. folders.Select(ShardReader.Open)];
        ShardIndex first = readers[0].Index;
        List<DatasetPart> parts = [.. readers.Select(reader => DatasetPart.Parse(reader.Index.Part))];
        for (int i = 1; i < readers.Count; i++)
        {
            ShardIndex other = readers[i].Index;
            if ((other.Size, other.Seed, other.LineVariants, other.PicturesPerShard) != (first.Size, first.Seed, first.LineVariants, first.PicturesPerShard)
                || parts[i].Count != parts[0].Count)
                throw new DatasetException(
                    $"'{folders[0]}' and '{folders[i]}' are parts of different builds: size, seed, line variants, pictures a shard and number of parts must agree.");
            if (parts[..i].Contains(parts[i])) throw new DatasetException($"Part {parts[i]} is there twice; the second one is '{folders[i]}'.");
        }

        List<int> missing = [.. Enumerable.Range(1, parts[0].Count).Except(parts.Select(part => part.Number))];
        return missing.Count == 0
            ? readers
            : throw new DatasetException($"Of {parts[0].Count} parts, these are missing: {string.Join(", ", missing)}. Build them, then merge all.");
    }

    // The merge reads the parts until its end: written over one of them, it would destroy what it has yet to read.
    private static void RefuseParts(IReadOnlyList<string> folders, string output)
    {
        if (folders.FirstOrDefault(part => RealPath.Overlap(part, output)) is { } part)
            throw new DatasetException(
                $"The merge cannot be written to '{output}': the part '{part}' is that folder, lies in it or holds it, and would be lost. Choose a new folder beside the parts.");
    }

    private static List<StoredPlace> Select(
        List<ShardReader> parts, bool rejectNearDuplicates, List<RejectedFile> rejects, IProgress<DatasetProgress>? progress, CancellationToken cancellation)
    {
        List<StoredPlace> all = [];
        int total = parts.Sum(part => part.Count);
        foreach (ShardReader part in parts)
        {
            for (int index = 0; index < part.Count; index++)
            {
                cancellation.ThrowIfCancellationRequested();
                all.Add(new StoredPlace(part, index, part.ReadStoredFacts(index)));
                progress?.Report(new DatasetProgress(DatasetPhase.Scanning, all.Count, total, 0, rejects.Count));
            }
        }

        all.Sort((one, other) => string.CompareOrdinal(one.Facts.Key, other.Facts.Key));
        if (!rejectNearDuplicates) return all;

        NearDuplicates duplicates = new();
        List<StoredPlace> accepted = [];
        foreach (StoredPlace place in all)
        {
            if (duplicates.AddOrFind(place.Facts.Key, Fingerprint.Parse(place.Facts.Fingerprint)) is { } earlier)
                rejects.Add(new RejectedFile(new RejectedPicture(place.Facts.Key, RejectReason.NearDuplicate, $"of {earlier}"), place.Facts.SourceSha256));
            else
                accepted.Add(place);
        }

        return accepted;
    }

    private sealed record StoredPlace(ShardReader Part, int Index, SampleFacts Facts)
    {
        public StoredSample Read() => Part.ReadStoredAt(Index);
    }
}
