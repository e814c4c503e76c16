using PdnColorize.Datasets.Building;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Tests.Building;

public class DatasetFolderTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    [Theory]
    [InlineData("letter.txt")]
    [InlineData("thesis.tmp")]
    [InlineData("index.json")]
    [InlineData("rejects.csv")]
    [InlineData("shard-000000.tar")]
    public async Task BuildAsync_FolderWithOtherThings_RefusesAndTouchesNothing(string name)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder[name], "{ \"version\": 3 }");

        foreach (bool replace in new[] { false, true })
        {
            DatasetException refused = await Assert.ThrowsAsync<DatasetException>(
                () => DatasetBuilder.BuildAsync(BuiltDataset.Options(folder.Path) with { Replace = replace }));

            Assert.Contains(name, refused.Message, StringComparison.Ordinal);
            Assert.Equal([name], BuiltDataset.Files(folder.Path).Keys);
        }
    }

    [Theory]
    [InlineData("thesis.tmp")]
    [InlineData("shard-000001.tar.bak.tmp")]
    [InlineData("shard-1.tar")]
    [InlineData("shard-train.tar")]
    public async Task BuildAsync_StrangeFileBesideADataset_RefusesAndTouchesNothing(string name)
    {
        using TemporaryFolder folder = new();
        CopyBuilt(folder["set"]);
        File.WriteAllText(folder[$"set/{name}"], "Mine");
        SortedDictionary<string, string> before = BuiltDataset.Files(folder["set"]);

        DatasetException refused = await Assert.ThrowsAsync<DatasetException>(() => DatasetBuilder.BuildAsync(BuiltDataset.Options(folder["set"])));

        Assert.Contains($"'{name}'", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, BuiltDataset.Files(folder["set"]));
    }

    [Fact]
    public async Task BuildAsync_WhatKilledBuildsLeave_IsTakenAway()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["set"]);
        foreach (string name in new[] { "build.lock", "scan.jsonl", "progress.jsonl", "scan.jsonl.tmp", "rejects.csv.tmp", "index.json.tmp", "shard-000000.tar", "shard-000007.tar", "shard-000001.tar.tmp" })
            File.WriteAllText(folder[$"set/{name}"], "half");

        await DatasetBuilder.BuildAsync(BuiltDataset.Options(folder["set"]));

        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
    }

    [Fact]
    public void Open_BeforeTheFirstShard_LeavesAJournalThatTellsWhoseItIs()
    {
        using TemporaryFolder folder = new();
        FinishedShards.Open(folder.Path);
        File.WriteAllText(folder["shard-000000.tar"], "A kill came before the journal was told of it.");

        using DatasetFolder opened = DatasetFolder.Open(folder.Path);

        Assert.True(File.Exists(folder["shard-000000.tar"]));
    }

    [Fact]
    public async Task BuildAsync_OtherSettingsIntoAFinishedDataset_RefusesUnlessItIsToBeReplaced()
    {
        using TemporaryFolder folder = new();
        CopyBuilt(folder["set"]);
        DatasetOptions options = BuiltDataset.Options(folder["set"]);
        foreach ((DatasetOptions other, string difference) in new[]
        {
            (options with { Size = 128 }, "size: 512, now 128"),
            (options with { Seed = 43 }, "seed: 42, now 43"),
            (options with { LineVariants = 1 }, "line variants: 2, now 1"),
            (options with { PicturesPerShard = 9 }, "pictures per shard: 8, now 9"),
            (options with { Part = new DatasetPart(1, 3) }, "part: 1/1, now 1/3"),
            (options with { RejectNearDuplicates = false }, "near-duplicates left out: True, now False"),
        })
        {
            DatasetException refused = await Assert.ThrowsAsync<DatasetException>(() => DatasetBuilder.BuildAsync(other));

            Assert.Contains(difference, refused.Message, StringComparison.Ordinal);
            Assert.Contains($"'{folder["set"]}'", refused.Message, StringComparison.Ordinal);
            Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
            Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
        }

        Assert.Equal(3, (await DatasetBuilder.BuildAsync(options with { PicturesPerShard = 9, Replace = true })).Shards.Count);
    }

    [Fact]
    public async Task BuildAsync_OtherPicturesIntoAFinishedDataset_RefusesUnlessTheyAreToReplaceIt()
    {
        using TemporaryFolder folder = new();
        using OpenCvSharp.Mat disc = TestPictures.Disc();
        TestPictures.Save(disc, folder["one/in/a.png"]);
        using OpenCvSharp.Mat other = TestPictures.Disc(color: new OpenCvSharp.Scalar(20, 200, 20));
        TestPictures.Save(other, folder["two/in/a.png"]);
        TestPictures.Save(other, folder["three/in/a.png"]);
        TestPictures.Save(disc, folder["three/in/b.png"]);
        await DatasetBuilder.BuildAsync(From("one"));
        SortedDictionary<string, string> before = BuiltDataset.Files(folder["set"]);

        // Of the same names and number: only the scan tells them from the first.
        DatasetException same = await Assert.ThrowsAsync<DatasetException>(() => DatasetBuilder.BuildAsync(From("two")));
        File.Delete(folder["set/scan.jsonl"]);
        DatasetException more = await Assert.ThrowsAsync<DatasetException>(() => DatasetBuilder.BuildAsync(From("three")));

        Assert.Contains("would change", same.Message, StringComparison.Ordinal);
        Assert.Contains("picture files: 1, now 2", more.Message, StringComparison.Ordinal);
        Assert.Equal(before, BuiltDataset.Files(folder["set"]));
        Assert.Equal(2, (await DatasetBuilder.BuildAsync(From("three") with { Replace = true })).Count);

        DatasetOptions From(string name) => new() { Inputs = [folder[$"{name}/in"]], Output = folder["set"], LineVariants = 1 };
    }

    [Fact]
    public async Task BuildAsync_DamagedShardOfAFinishedDataset_IsMendedByTheSameBuild()
    {
        using TemporaryFolder folder = new();
        CopyBuilt(folder["set"]);
        DatasetResumeTests.Flip(folder["set/shard-000001.tar"]);

        await DatasetBuilder.BuildAsync(BuiltDataset.Options(folder["set"]));

        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
    }

    [Fact]
    public async Task BuildAsync_IndexOfAnotherVersion_RefusesUnlessItIsToBeReplaced()
    {
        using TemporaryFolder folder = new();
        CopyBuilt(folder["set"]);
        string index = File.ReadAllText(folder["set/index.json"]).Replace("\"version\": 1", "\"version\": 99", StringComparison.Ordinal);
        File.WriteAllText(folder["set/index.json"], index);
        DatasetOptions options = BuiltDataset.Options(folder["set"]);

        DatasetException refused = await Assert.ThrowsAsync<DatasetException>(() => DatasetBuilder.BuildAsync(options));

        Assert.Contains("another version", refused.Message, StringComparison.Ordinal);
        Assert.Equal(index, File.ReadAllText(folder["set/index.json"]));
        await DatasetBuilder.BuildAsync(options with { Replace = true });
        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
    }

    [Fact]
    public async Task MergeRunAsync_IntoAnotherFinishedDataset_RefusesUnlessItIsToBeReplaced()
    {
        using TemporaryFolder folder = new();
        CopyBuilt(folder["set"]);
        using OpenCvSharp.Mat disc = TestPictures.Disc();
        TestPictures.Save(disc, folder["in/a.png"]);
        await DatasetBuilder.BuildAsync(BuiltDataset.Options(folder["part"]) with { Inputs = [folder["in"]] });

        DatasetException refused = await Assert.ThrowsAsync<DatasetException>(() => DatasetMerge.RunAsync([folder["part"]], folder["set"]));

        Assert.Contains("--replace", refused.Message, StringComparison.Ordinal);
        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
        ShardIndex merged = await DatasetMerge.RunAsync([folder["part"]], folder["set"], replace: true);
        Assert.Equal(1, merged.Count);
        Assert.Equal(BuiltDataset.Files(folder["set"]), await AgainAsync());

        async Task<SortedDictionary<string, string>> AgainAsync()
        {
            await DatasetMerge.RunAsync([folder["part"]], folder["set"]);
            return BuiltDataset.Files(folder["set"]);
        }
    }

    private void CopyBuilt(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string path in Directory.EnumerateFiles(built.Path)) File.Copy(path, Path.Combine(folder, Path.GetFileName(path)));
    }
}
