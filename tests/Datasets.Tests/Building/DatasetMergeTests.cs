using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Tests.Building;

public class DatasetMergeTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    [Fact]
    public async Task RunAsync_PartsOfABuild_EqualsTheWholeBuild()
    {
        using TemporaryFolder folder = new();
        string[] parts = [folder["1"], folder["2"], folder["3"]];
        for (int number = 1; number <= 3; number++)
            await DatasetBuilder.BuildAsync(BuiltDataset.Options(parts[number - 1]) with { Part = new DatasetPart(number, 3) });

        ShardIndex index = await DatasetMerge.RunAsync([parts[2], parts[0], parts[1]], folder["all"]);

        Assert.All(parts, part => Assert.InRange(ShardReader.Open(part).Count, 1, 23));
        Assert.Equal(24, index.Count);
        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["all"]));
    }

    [Fact]
    public async Task RunAsync_NearDuplicatesInDifferentParts_KeepsTheFirst()
    {
        using TemporaryFolder folder = new();
        using OpenCvSharp.Mat disc = TestPictures.Disc();
        for (int i = 0; i < 8; i++) TestPictures.Save(disc, folder[$"in/{i}.png"]);
        DatasetOptions options = new() { Inputs = [folder["in"]], Output = folder["whole"] };
        await DatasetBuilder.BuildAsync(options);
        for (int number = 1; number <= 2; number++)
            await DatasetBuilder.BuildAsync(options with { Output = folder[$"{number}"], Part = new DatasetPart(number, 2) });

        await DatasetMerge.RunAsync([folder["1"], folder["2"]], folder["all"]);

        Assert.Equal("in/0.png", Assert.Single(DatasetBuilderTests.ReadAll(folder["all"])).Key);
        Assert.Equal(BuiltDataset.Files(folder["whole"]), BuiltDataset.Files(folder["all"]));
    }

    [Fact]
    public async Task RunAsync_PartMissingOrTwiceOrOfAnotherBuild_SaysWhich()
    {
        using TemporaryFolder folder = new();
        DatasetOptions options = BuiltDataset.Options(folder["1"]) with { Part = new DatasetPart(1, 3) };
        await DatasetBuilder.BuildAsync(options);
        await DatasetBuilder.BuildAsync(options with { Output = folder["other"], Part = new DatasetPart(2, 3), Seed = 9 });

        Assert.Contains("2, 3", (await Fails([folder["1"]])).Message, StringComparison.Ordinal);
        Assert.Contains("twice", (await Fails([folder["1"], folder["1"]])).Message, StringComparison.Ordinal);
        Assert.Contains("different builds", (await Fails([folder["1"], folder["other"]])).Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["all"]));

        Task<DatasetException> Fails(string[] parts) => Assert.ThrowsAsync<DatasetException>(() => DatasetMerge.RunAsync(parts, folder["all"]));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("2/")]
    [InlineData("other/../2")]
    [InlineData("2/all")]
    [InlineData("")]
    public async Task RunAsync_IntoAPart_RefusesAndKeepsTheParts(string output)
    {
        using TemporaryFolder folder = new();
        string[] parts = await BuildHalvesAsync(folder);
        SortedDictionary<string, string>[] before = [.. parts.Select(BuiltDataset.Files)];

        DatasetException refused = await Assert.ThrowsAsync<DatasetException>(() => DatasetMerge.RunAsync(parts, folder[output]));

        Assert.Contains("would be lost", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, parts.Select(BuiltDataset.Files));
        Assert.False(Directory.Exists(folder["2/all"]));
    }

    [Fact]
    public async Task RunAsync_IntoALinkToAPart_RefusesAndKeepsTheParts()
    {
        // Making a link is a privilege there.
        if (OperatingSystem.IsWindows()) return;
        using TemporaryFolder folder = new();
        string[] parts = await BuildHalvesAsync(folder);
        SortedDictionary<string, string> before = BuiltDataset.Files(parts[0]);
        Directory.CreateSymbolicLink(folder["parts"], folder.Path);
        Directory.CreateSymbolicLink(folder["link"], folder["parts/1"]);

        await Assert.ThrowsAsync<DatasetException>(() => DatasetMerge.RunAsync(parts, folder["link"]));
        await Assert.ThrowsAsync<DatasetException>(() => DatasetMerge.RunAsync(parts, folder["parts/1"]));

        Assert.Equal(before, BuiltDataset.Files(parts[0]));
    }

    [Fact]
    public async Task RunAsync_IntoAFolderWhoseNameBeginsLikeAPart_Merges()
    {
        using TemporaryFolder folder = new();
        string[] parts = await BuildHalvesAsync(folder);

        await DatasetMerge.RunAsync(parts, folder["12"]);

        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["12"]));
    }

    private static async Task<string[]> BuildHalvesAsync(TemporaryFolder folder)
    {
        string[] parts = [folder["1"], folder["2"]];
        for (int number = 1; number <= 2; number++)
            await DatasetBuilder.BuildAsync(BuiltDataset.Options(parts[number - 1]) with { Part = new DatasetPart(number, 2) });
        return parts;
    }
}
