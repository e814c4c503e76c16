using OpenCvSharp;

namespace PdnColorize.Datasets.Tests.Building;

public class NothingUsableTests
{
    [Fact]
    public async Task BuildAsync_OnlyPhotosAndOneSmallPicture_ListsThemAndNamesTheOption()
    {
        using TemporaryFolder folder = new();
        using Mat photo = TestPictures.Photo();
        TestPictures.Save(photo, folder["in/a.png"]);
        TestPictures.Save(photo, folder["in/b.png"]);
        using Mat small = TestPictures.Disc(300, 100);
        TestPictures.Save(small, folder["in/0.png"]);
        DatasetOptions options = new() { Inputs = [folder["in"]], Output = folder["out"], LineVariants = 1 };

        DatasetException nothing = await Assert.ThrowsAsync<DatasetException>(() => DatasetBuilder.BuildAsync(options));

        Assert.Contains("2 photo-like, 1 too-small", nothing.Message, StringComparison.Ordinal);
        Assert.Contains($"'{folder["out/rejects.csv"]}'", nothing.Message, StringComparison.Ordinal);
        Assert.Contains("--keep-photos", nothing.Message, StringComparison.Ordinal);
        Assert.Equal(["in/0.png,too-small", "in/a.png,photo-like", "in/b.png,photo-like"], Rejects(folder["out"]));
        Assert.Throws<DatasetException>(() => ShardReader.Open(folder["out"]));

        // As the message says.
        Assert.Equal(1, (await DatasetBuilder.BuildAsync(options with { RejectPhotos = false })).Count);
        Assert.Equal(["in/0.png,too-small", "in/b.png,near-duplicate"], Rejects(folder["out"]));
    }

    [Fact]
    public async Task BuildAsync_OnlySmallPictures_NamesTheLeastSide()
    {
        using TemporaryFolder folder = new();
        using Mat small = TestPictures.Disc(300, 100);
        TestPictures.Save(small, folder["in/0.png"]);
        DatasetOptions options = new() { Inputs = [folder["in"]], Output = folder["out"], LineVariants = 1 };

        DatasetException nothing = await Assert.ThrowsAsync<DatasetException>(() => DatasetBuilder.BuildAsync(options));

        Assert.Contains("--least-side below 128", nothing.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await DatasetBuilder.BuildAsync(options with { LeastSide = 96 })).Count);
    }

    [Fact]
    public async Task BuildAsync_NothingToReplaceAFinishedDatasetWith_KeepsIt()
    {
        using TemporaryFolder folder = new();
        using Mat disc = TestPictures.Disc();
        TestPictures.Save(disc, folder["in/a.png"]);
        DatasetOptions options = new() { Inputs = [folder["in"]], Output = folder["out"], LineVariants = 1 };
        await DatasetBuilder.BuildAsync(options);
        using Mat photo = TestPictures.Photo();
        TestPictures.Save(photo, folder["photos/a.png"]);

        DatasetException nothing = await Assert.ThrowsAsync<DatasetException>(
            () => DatasetBuilder.BuildAsync(options with { Inputs = [folder["photos"]], Replace = true }));

        Assert.DoesNotContain("rejects.csv", nothing.Message, StringComparison.Ordinal);
        Assert.Empty(DatasetCheck.Run(folder["out"]).Problems);
    }

    [Fact]
    public void RejectAdviceFor_EveryReason_IsASentence()
    {
        DatasetOptions options = new() { Output = "unused" };

        Assert.All(Enum.GetValues<RejectReason>(), reason => Assert.EndsWith(".", Datasets.Building.RejectAdvice.For(reason, options), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Rejects(string folder) =>
        File.ReadLines(Path.Combine(folder, "rejects.csv")).Skip(1).Select(line => string.Join(',', line.Split(',')[..2]));
}
