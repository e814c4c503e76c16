namespace PdnColorize.Datasets.Tests.Building;

public class DatasetResumeTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    [Fact]
    public async Task BuildAsync_CancelledWhileDrawing_LeavesWholeShardsAloneAndGoesOn()
    {
        using TemporaryFolder folder = new();
        DatasetOptions options = BuiltDataset.Options(folder["set"]);
        using CancellationTokenSource stop = new();
        // 13 of 24 pictures: the first shard of 8 is complete, the second is not.
        Reporter stopper = new(progress =>
        {
            if (progress.Phase == DatasetPhase.Drawing && progress.Done == 13) stop.Cancel();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DatasetBuilder.BuildAsync(options, stopper, stop.Token));

        Assert.Equal(["progress.jsonl", "scan.jsonl", "shard-000000.tar"], BuiltDataset.Files(folder["set"]).Keys);
        Assert.Throws<DatasetException>(() => ShardReader.Open(folder["set"]));

        List<DatasetProgress> reports = [];
        await DatasetBuilder.BuildAsync(options, new Reporter(reports.Add));

        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
        Assert.Equal(24, reports.Last(report => report.Phase == DatasetPhase.Scanning).Kept);
        Assert.Equal((24, 8), (reports[^1].Done, reports[^1].Kept));
    }

    [Fact]
    public async Task BuildAsync_KilledAndDamaged_MendsWhatIsDamaged()
    {
        using TemporaryFolder folder = new();
        DatasetOptions options = BuiltDataset.Options(folder["set"]);
        using CancellationTokenSource stop = new();
        Reporter stopper = new(progress =>
        {
            if (progress.Phase == DatasetPhase.Drawing && progress.Done == 20) stop.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DatasetBuilder.BuildAsync(options, stopper, stop.Token));

        // What a kill and a full disk leave: half a shard, journals that end in the middle of a line, a finished shard with a wrong byte.
        File.WriteAllBytes(folder["set/shard-000002.tar.tmp"], new byte[1000]);
        Cut(folder["set/scan.jsonl"]);
        Cut(folder["set/progress.jsonl"]);
        Flip(folder["set/shard-000000.tar"]);

        await DatasetBuilder.BuildAsync(options);

        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
    }

    [Fact]
    public async Task BuildAsync_Twice_KeepsEveryShard()
    {
        using TemporaryFolder folder = new();
        DatasetOptions options = BuiltDataset.Options(folder["set"]);
        await DatasetBuilder.BuildAsync(options);
        DateTime written = File.GetLastWriteTimeUtc(folder["set/shard-000001.tar"]);
        List<DatasetProgress> reports = [];

        await DatasetBuilder.BuildAsync(options, new Reporter(reports.Add));

        Assert.Equal(24, reports[^1].Kept);
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder["set/shard-000001.tar"]));
        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
    }

    [Fact]
    public async Task BuildAsync_CancelledBefore_WritesNoShard()
    {
        using TemporaryFolder folder = new();
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DatasetBuilder.BuildAsync(BuiltDataset.Options(folder["set"]), null, stop.Token));

        Assert.DoesNotContain(BuiltDataset.Files(folder["set"]).Keys, name => name.Contains("shard", StringComparison.Ordinal));
    }

    private static void Cut(string path)
    {
        using FileStream stream = new(path, FileMode.Open);
        stream.SetLength(stream.Length - 20);
    }

    internal static void Flip(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    // Progress<T> reports from another thread, later: too late to cancel at an exact picture.
    private sealed class Reporter(Action<DatasetProgress> report) : IProgress<DatasetProgress>
    {
        public void Report(DatasetProgress value) => report(value);
    }
}
