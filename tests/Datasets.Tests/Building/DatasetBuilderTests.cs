using OpenCvSharp;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Tests.Building;

public class DatasetBuilderTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    [Fact]
    public void BuildAsync_TestPictures_TakesAllOfThem()
    {
        Assert.Equal((24, 3, 24), (built.Index.Count, built.Index.Shards.Count, built.Index.Sources));
        Assert.Equal(
            ["index.json", "rejects.csv", "shard-000000.tar", "shard-000001.tar", "shard-000002.tar"], BuiltDataset.Files(built.Path).Keys);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task BuildAsync_AnyNumberOfWorkers_SameBytes(int workers)
    {
        using TemporaryFolder folder = new();

        await DatasetBuilder.BuildAsync(BuiltDataset.Options(folder["set"]) with { Workers = workers });

        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
    }

    [Fact]
    public async Task BuildAsync_OtherSeed_OtherOrderAndLines()
    {
        using TemporaryFolder folder = new();

        await DatasetBuilder.BuildAsync(BuiltDataset.Options(folder["set"]) with { Seed = 43 });

        TrainingPair[] one = ReadAll(built.Path);
        TrainingPair[] other = ReadAll(folder["set"]);
        Assert.NotEqual(one.Select(pair => pair.Key), other.Select(pair => pair.Key));
        Assert.Equal(one.Select(pair => pair.Key).Order(), other.Select(pair => pair.Key).Order());
        Assert.NotEqual(Extractors(one), Extractors(other));
    }

    [Fact]
    public async Task BuildAsync_EveryKindOfBadPicture_IsRejectedWithItsReason()
    {
        using TemporaryFolder folder = new();
        using Mat good = TestPictures.Disc();
        TestPictures.Save(good, folder["in/a-good.png"]);
        TestPictures.Save(good, folder["in/b-again.jpg"]);
        using Mat recolored = TestPictures.Disc(color: new Scalar(220, 130, 85));
        TestPictures.Save(recolored, folder["in/c-recolored.png"]);
        using Mat small = TestPictures.Disc(300, 100);
        TestPictures.Save(small, folder["in/small.png"]);
        using Mat grey = TestPictures.Disc();
        Cv2.CvtColor(grey, grey, ColorConversionCodes.BGR2GRAY);
        TestPictures.Save(grey, folder["in/grey.png"]);
        using Mat photo = TestPictures.Photo();
        TestPictures.Save(photo, folder["in/photo.png"]);
        File.WriteAllText(folder["in/text.png"], "This is no picture.");
        File.WriteAllBytes(folder["in/empty.png"], []);
        byte[] bomb = good.ImEncode(".png");
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 60000);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 60000);
        File.WriteAllBytes(folder["in/bomb.png"], bomb);
        using (FileStream huge = new(folder["in/huge.png"], FileMode.CreateNew)) huge.SetLength((64L * 1024 * 1024) + 1);

        ShardIndex index = await DatasetBuilder.BuildAsync(new DatasetOptions { Inputs = [folder["in"]], Output = folder["out"] });

        Dictionary<string, string> reasons = File.ReadLines(folder["out/rejects.csv"]).Skip(1).Select(line => line.Split(',')).ToDictionary(line => line[0], line => line[1]);
        Assert.Equal(
            new SortedDictionary<string, string>
            {
                ["in/b-again.jpg"] = "near-duplicate",
                ["in/bomb.png"] = "image-bomb",
                ["in/empty.png"] = "undecodable",
                ["in/grey.png"] = "monochrome",
                ["in/huge.png"] = "image-bomb",
                ["in/photo.png"] = "photo-like",
                ["in/small.png"] = "too-small",
                ["in/text.png"] = "undecodable",
            },
            new SortedDictionary<string, string>(reasons));
        Assert.Equal(["in/a-good.png", "in/c-recolored.png"], ReadAll(folder["out"]).Select(pair => pair.Key).Order());
        Assert.Equal(2, index.Rejects["image-bomb"]);
    }

    [Fact]
    public async Task BuildAsync_PictureWithItsLines_HasThemFirstAndDrawsTheOthers()
    {
        using TemporaryFolder folder = new();
        using Mat lines = SaveDiscWithLines(folder);
        using Mat other = TestPictures.Disc(color: new Scalar(20, 200, 85));
        TestPictures.Save(other, folder["in/other_color.png"]);
        using Mat small = new(80, 90, MatType.CV_8UC1, Scalar.All(255));
        TestPictures.Save(small, folder["in/other_line.png"]);

        DatasetOptions options = new() { Inputs = [folder["in"]], Output = folder["out"], LineVariants = 3 };
        ShardIndex index = await DatasetBuilder.BuildAsync(options);

        TrainingPair pair = Assert.Single(ReadAll(folder["out"]));
        Assert.Equal("in/disc_color.png", pair.Key);
        Assert.Equal("true", pair.Lines[0].Extractor);
        Assert.Equal(3, pair.Lines.Select(variant => variant.Extractor).Distinct().Count());
        byte[] expected = [.. Enumerable.Range(0, lines.Height).SelectMany(y => lines.RowSpan<byte>(y).ToArray())];
        Assert.Equal(expected, pair.Lines[0].Grey);
        Assert.Equal(1, index.Rejects["unlike-lines"]);
        Assert.Contains("90 x 80", File.ReadAllText(folder["out/rejects.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BuildAsync_LinesChangedSinceTheLastBuild_AreReadAgain()
    {
        using TemporaryFolder folder = new();
        using Mat lines = SaveDiscWithLines(folder);
        DatasetOptions options = new() { Inputs = [folder["in"]], Output = folder["out"], LineVariants = 1 };
        await DatasetBuilder.BuildAsync(options);

        Cv2.Circle(lines, new Point(100, 80), 20, Scalar.All(10), 3);
        TestPictures.Save(lines, folder["in/disc_line.png"]);
        await DatasetBuilder.BuildAsync(options with { Output = folder["again"] });
        await DatasetBuilder.BuildAsync(options with { Replace = true });

        Assert.Equal(BuiltDataset.Files(folder["again"]), BuiltDataset.Files(folder["out"]));
    }

    [Fact]
    public async Task BuildAsync_FileThatTakesTooLong_IsRejected()
    {
        using TemporaryFolder folder = new();
        using Mat large = TestPictures.Disc(3000, 3000);
        TestPictures.Save(large, folder["in/large.png"]);

        DatasetException nothing = await Assert.ThrowsAsync<DatasetException>(() => DatasetBuilder.BuildAsync(
            new DatasetOptions { Inputs = [folder["in"]], Output = folder["out"], FileTimeLimit = TimeSpan.FromTicks(1) }));

        Assert.Contains("1 too-slow", nothing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BuildAsync_PictureChangedSinceTheScan_IsScannedAgain()
    {
        using TemporaryFolder folder = new();
        using Mat disc = TestPictures.Disc();
        TestPictures.Save(disc, folder["in/one.png"]);
        DatasetOptions options = new() { Inputs = [folder["in"]], Output = folder["out"] };
        ShardIndex before = await DatasetBuilder.BuildAsync(options);
        using Mat other = TestPictures.Disc(color: new Scalar(20, 200, 20));
        TestPictures.Save(other, folder["in/one.png"]);

        ShardIndex after = await DatasetBuilder.BuildAsync(options with { Replace = true });

        Assert.NotEqual(before.SourceHash, after.SourceHash);
        Assert.NotEqual(before.Shards[0].Sha256, after.Shards[0].Sha256);
    }

    [Fact]
    public async Task BuildAsync_ReplacingMoreShards_TakesTheOldOnesAway()
    {
        using TemporaryFolder folder = new();
        DatasetOptions options = BuiltDataset.Options(folder["set"]);
        await DatasetBuilder.BuildAsync(options with { PicturesPerShard = 4 });

        await DatasetBuilder.BuildAsync(options with { Replace = true });

        Assert.Equal(BuiltDataset.Files(built.Path), BuiltDataset.Files(folder["set"]));
    }

    [Fact]
    public async Task BuildAsync_ImpossibleOptions_SayWhatWouldDo()
    {
        DatasetOptions options = BuiltDataset.Options("unused");
        foreach (DatasetOptions wrong in new[]
        {
            options with { Inputs = [] }, options with { Inputs = ["/no/such/folder"] }, options with { Size = 8 }, options with { Workers = 0 },
            options with { LeastSide = 600 }, options with { PicturesPerShard = 0 }, options with { LineVariants = 5 }, options with { Split = "train" },
            options with { Output = " " }, options with { FileTimeLimit = TimeSpan.Zero },
        })
            await Assert.ThrowsAsync<DatasetException>(() => DatasetBuilder.BuildAsync(wrong));
        Assert.False(Directory.Exists("unused"));
    }

    /// <returns>The lines.</returns>
    private static Mat SaveDiscWithLines(TemporaryFolder folder)
    {
        using Mat colors = TestPictures.Disc();
        TestPictures.Save(colors, folder["in/disc_color.png"]);
        Mat lines = new(colors.Height, colors.Width, MatType.CV_8UC1, Scalar.All(255));
        Cv2.Circle(lines, new Point(100, 80), 53, Scalar.All(10), 3);
        TestPictures.Save(lines, folder["in/disc_line.png"]);
        return lines;
    }

    internal static TrainingPair[] ReadAll(string folder)
    {
        ShardReader reader = ShardReader.Open(folder);
        return [.. Enumerable.Range(0, reader.ShardCount).SelectMany(reader.Read)];
    }

    private static string[] Extractors(TrainingPair[] pairs) =>
        [.. pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Lines.Select(line => line.Extractor))];
}
