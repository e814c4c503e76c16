using PdnColorize.Datasets.Building;
using PdnColorize.Datasets.Pictures;
using PdnColorize.Datasets.Shards;
using PdnColorize.Datasets.Sources;

namespace PdnColorize.Datasets;

/// <summary>
/// Builds a data set: scans colour pictures, leaves out what is of no use, draws line art for the rest and writes both into shards. The same sources,
/// seed and options give the same bytes, whatever the number of workers; a build that was interrupted goes on when it is started again.
/// </summary>
public static class DatasetBuilder
{
    /// <summary>Builds the data set.</summary>
    /// <param name="options">From what, and how.</param>
    /// <param name="progress">Told after every picture; may be null.</param>
    /// <param name="cancellation">Stops the build; finished shards stay for the next run, and no unfinished one.</param>
    /// <returns>The index of the finished data set.</returns>
    /// <exception cref="DatasetException">The options cannot be, there are no pictures, none is of use, or the folder cannot be written to or holds something else.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<ShardIndex> BuildAsync(
        DatasetOptions options, IProgress<DatasetProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        try
        {
            List<PictureSource> sources = SourceList.Create(options);
            using DatasetFolder folder = DatasetFolder.Open(options.Output);
            FinishedDataset? finished = FinishedDataset.Find(options);
            finished?.RequireSettings(options, sources.Count);
            Scan scan = await ScanAsync(options, sources, progress, cancellation).ConfigureAwait(false);
            List<ShardPlan> plans = ShardPlan.Create(options, scan.Accepted.Select(picture =>
                new PlannedPicture(picture.Source.Key, picture.Result.Sha256, picture.Source.Group, picture.Source.Weight)));
            finished?.RequireShards(plans);
            // An empty part of many is no mistake: with few pictures, some machine of a job array may get none.
            if (scan.Accepted.Count == 0 && options.Part.Count == 1) throw NothingLeft(options, folder, scan);
            List<ShardInfo> shards = await DrawAsync(options, folder, scan, plans, progress, cancellation).ConfigureAwait(false);
            return folder.Complete(options, shards, scan.Rejects, scan.Accepted.Select(picture => (picture.Source.Key, picture.Result.Sha256)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"The data set cannot be written to '{options.Output}': {e.Message} What is done is kept; run the build again.", e);
        }
    }

    private static async Task<Scan> ScanAsync(
        DatasetOptions options, List<PictureSource> sources, IProgress<DatasetProgress>? progress, CancellationToken cancellation)
    {
        using ScanJournal journal = ScanJournal.Open(options);
        PictureScanner scanner = new(options);
        NearDuplicates? duplicates = options.RemovesNearDuplicates ? new() : null;
        Scan scan = new();
        int done = 0;
        int kept = 0;
        await foreach ((PictureSource source, ScanResult result, bool isKept) in OrderedWork.SelectAsync(sources, options.Workers, ScanOneAsync, cancellation)
            .ConfigureAwait(false))
        {
            if (isKept) kept++;
            else journal.Add(result);
            scan.Add(source, result, duplicates);
            progress?.Report(new DatasetProgress(DatasetPhase.Scanning, ++done, sources.Count, kept, scan.Rejects.Count));
        }

        return scan;

        async Task<(PictureSource, ScanResult, bool)> ScanOneAsync(PictureSource source) =>
            journal.Find(source) is { } earlier
                ? (source, earlier, true)
                : (source, await scanner.ScanAsync(source, cancellation).ConfigureAwait(false), false);
    }

    private static async Task<List<ShardInfo>> DrawAsync(
        DatasetOptions options, DatasetFolder folder, Scan scan, List<ShardPlan> plans, IProgress<DatasetProgress>? progress, CancellationToken cancellation)
    {
        Dictionary<string, (PictureSource Source, ScanResult Result)> byKey = scan.Accepted.ToDictionary(picture => picture.Source.Key);
        PictureDrawing drawing = new(options);
        int done = 0;

        async IAsyncEnumerable<StoredSample> DrawAllAsync(IEnumerable<PlannedPicture> pictures)
        {
            await foreach (StoredSample sample in OrderedWork.SelectAsync(pictures, options.Workers, DrawOneAsync, cancellation).ConfigureAwait(false))
                yield return sample;
        }

        Task<StoredSample> DrawOneAsync(PlannedPicture picture)
        {
            (PictureSource source, ScanResult result) = byKey[picture.Key];
            return Task.FromResult(drawing.Draw(source, result));
        }

        return await ShardAssembly.WriteAsync(folder, options.Output, plans, DrawAllAsync, Report).ConfigureAwait(false);

        void Report(int pictures, int kept) =>
            progress?.Report(new DatasetProgress(DatasetPhase.Drawing, done += pictures, scan.Accepted.Count, kept, scan.Rejects.Count));
    }

    private static DatasetException NothingLeft(DatasetOptions options, DatasetFolder folder, Scan scan)
    {
        List<IGrouping<RejectReason, RejectedFile>> byReason =
            [.. scan.Rejects.GroupBy(reject => reject.Picture.Reason).OrderByDescending(group => group.Count())];
        string counts = string.Join(", ", byReason.Select(group => $"{group.Count()} {RejectsFile.Word(group.Key)}"));
        string list = folder.WriteRejectsAlone(scan.Rejects) is { } path ? $" '{path}' names each and why." : "";
        return new DatasetException($"None of the {scan.Rejects.Count} pictures can be used: {counts}.{list} {RejectAdvice.For(byReason[0].Key, options)}");
    }

    /// <summary>What a scan came to.</summary>
    private sealed class Scan
    {
        public List<(PictureSource Source, ScanResult Result)> Accepted { get; } = [];

        public List<RejectedFile> Rejects { get; } = [];

        /// <summary>Adds a result; results come in the order of the keys, which decides among near-duplicates.</summary>
        public void Add(PictureSource source, ScanResult result, NearDuplicates? duplicates)
        {
            if (result.Reason is { } reason)
                Rejects.Add(new RejectedFile(new RejectedPicture(source.Key, reason, result.Detail), result.Sha256));
            else if (duplicates?.AddOrFind(source.Key, Fingerprint.Parse(result.Fingerprint)) is { } earlier)
                Rejects.Add(new RejectedFile(new RejectedPicture(source.Key, RejectReason.NearDuplicate, $"of {earlier}"), result.Sha256));
            else
                Accepted.Add((source, result));
        }
    }
}
