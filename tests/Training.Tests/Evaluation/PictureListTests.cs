using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class PictureListTests
{
    [Fact]
    public void Choose_TwoFolders_TakesAsManyOfEach()
    {
        using TemporaryFolder folder = new();
        string many = PairFolder.Write(folder.File("many"), 5);
        string few = PairFolder.Write(folder.File("few"), 2);

        IReadOnlyList<ListedPicture> chosen = Choose([many, few], perSource: 3);

        Assert.Equal(["few", "few", "many", "many", "many"], chosen.Select(picture => picture.Source));
        Assert.Equal(chosen.Select(picture => picture.Key), Choose([few, many], perSource: 3).Select(picture => picture.Key));
        Assert.Subset(Choose([many], perSource: 4).Select(picture => picture.Key).ToHashSet(), Choose([many], 3).Select(picture => picture.Key).ToHashSet());
    }

    [Fact]
    public void Choose_FolderGivenTwice_TakesItsPicturesOnce()
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("pairs"), 2);

        Assert.Equal(2, Choose([pairs, pairs], perSource: 9).Count);
    }

    [Fact]
    public void Choose_FoldersOfOneName_AreTwoSources()
    {
        using TemporaryFolder folder = new();
        string[] alike = [PairFolder.Write(folder.File("one/pairs"), 1), PairFolder.Write(folder.File("two/pairs"), 1)];
        string other = PairFolder.Write(folder.File("other"), 1);
        PictureFile.Write(Path.Combine(alike[1], "drawn0_line.png"), new Picture(20, 10));
        PictureFile.Write(Path.Combine(alike[1], "drawn0_color.png"), new Picture(20, 10));

        IReadOnlyList<ListedPicture> chosen = Choose([.. alike, other, alike[0]], perSource: 9);

        Assert.Equal(["one/pairs", "other", "two/pairs"], chosen.Select(picture => picture.Source));
        Assert.Equal(["one/pairs/drawn0", "other/drawn0", "two/pairs/drawn0"], chosen.Select(picture => picture.Key));
        Assert.Equal([DrawnPictures.Side, DrawnPictures.Side, 20], chosen.Select(picture => picture.Read().Width));
        Assert.Equal(chosen.Select(picture => picture.Key), Choose([other, alike[1], alike[0]], perSource: 9).Select(picture => picture.Key));
        // Alone, they are called as ever.
        Assert.Equal(["pairs/drawn0"], Choose([alike[0]], perSource: 9).Select(picture => picture.Key));
    }

    [Fact]
    public void Choose_FoldersOfOneNameInFoldersOfOneName_GoesUpUntilTheyDiffer()
    {
        using TemporaryFolder folder = new();
        string[] alike = [PairFolder.Write(folder.File("one/art/pairs"), 1), PairFolder.Write(folder.File("two/art/pairs"), 1)];

        Assert.Equal(["one/art/pairs", "two/art/pairs"], Choose(alike, perSource: 1).Select(picture => picture.Source));
    }

    [Fact]
    public async Task Choose_DataSetsWithFoldersOfOneName_AreTwoSources()
    {
        using TemporaryFolder folder = new();
        string[] sets = [await BuildAsync("freegophers_65.png"), await BuildAsync("freegophers_7.png")];

        IReadOnlyList<ListedPicture> chosen = Choose(sets, perSource: 9);

        Assert.Equal(
            ["freegophers_65.png-set/art/freegophers_65.png", "freegophers_7.png-set/art/freegophers_7.png"], chosen.Select(picture => picture.Key));
        Assert.Equal(["freegophers_65.png-set/art", "freegophers_7.png-set/art"], chosen.Select(picture => picture.Source));
        Assert.Equal(["art/freegophers_7.png"], Choose([sets[1], sets[1]], perSource: 9).Select(picture => picture.Key));

        async Task<string> BuildAsync(string picture)
        {
            string input = Directory.CreateDirectory(folder.File($"{picture}-input/art")).FullName;
            File.Copy(Path.Combine(AppContext.BaseDirectory, "pictures", picture), Path.Combine(input, picture));
            await DatasetBuilder.BuildAsync(new DatasetOptions { Inputs = [input], Output = folder.File($"{picture}-set"), LineVariants = 1 });
            return folder.File($"{picture}-set");
        }
    }

    [Fact]
    public void Choose_MissingOrEmptyFolder_SaysWhatToGive()
    {
        using TemporaryFolder folder = new();

        Assert.Contains("no folder", Assert.Throws<DatasetException>(() => Choose([folder.File("missing")], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("neither", Assert.Throws<DatasetException>(() => Choose([folder.FullPath], 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_DrawingWithoutColors_NamesIt()
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("pairs"), 2);
        File.Delete(Path.Combine(pairs, "drawn1_color.png"));

        Assert.Contains("drawn1_color.png", Assert.Throws<DatasetException>(() => Choose([pairs], 9)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ColorsOfAnotherSize_SaysSo()
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("pairs"), 1);
        PictureFile.Write(Path.Combine(pairs, "drawn0_color.png"), new Picture(20, 10));

        ListedPicture picture = Assert.Single(Choose([pairs], 1));

        Assert.Contains("20 x 10", Assert.Throws<DatasetException>(picture.Read).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TransparentColors_LieOverWhite()
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("pairs"), 1);
        Picture half = new(DrawnPictures.Side, DrawnPictures.Side);
        for (int i = 0; i < half.PixelCount; i++) (half.Pixels[i * 4], half.Pixels[(i * 4) + 3]) = (100, 128);
        PictureFile.Write(Path.Combine(pairs, "drawn0_color.png"), half);

        byte[] rgb = Assert.Single(Choose([pairs], 1)).Read().ColorRgb;

        // 255 - (255 - c) x 128 / 255
        Assert.Equal([127, 127, 177], rgb.Take(3));
    }

    [Fact]
    public void Hints_LargerNumber_BeginsWithTheSmaller()
    {
        using TemporaryFolder folder = new();
        ListedPicture picture = Assert.Single(Choose([PairFolder.Write(folder.File("pairs"), 1)], 1));
        EvaluationPicture drawing = EvaluationPicture.Load(picture, CancellationToken.None);

        HintSet five = drawing.Dots(5);
        HintSet ten = drawing.Dots(10);

        Assert.True(five.Count > 0 && ten.Count > five.Count);
        Assert.Subset(ten.Positions.ToHashSet(), five.Positions.ToHashSet());
        Assert.Equal(five.Positions, EvaluationPicture.Load(picture, CancellationToken.None).Dots(5).Positions);
    }

    [Fact]
    public void Find_PairsIndex_LeavesOutWhatIsNotForValidation()
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("sets/pairs"), 3);
        string index = folder.File("index.csv");
        File.WriteAllText(index, "name,group,split\nsets/pairs/drawn0,a,train\nsets/pairs/drawn1,b,val\n");

        // What the index does not name may be used.
        Assert.Equal(["pairs/drawn1", "pairs/drawn2"], PictureList.Find([pairs], PairsIndex.Read(index)).Select(picture => picture.Key).Order());
    }

    [Theory]
    [InlineData("name,group\na,b\n", "lacks the column")]
    [InlineData("name,split\na,b,c\n", "3 fields")]
    [InlineData("name,split\npairs/drawn0,train\n", "all of its pairs are for training")]
    public void Find_PairsIndexOfNoUse_SaysWhy(string text, string words)
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("pairs"), 1);
        string index = folder.File("index.csv");
        File.WriteAllText(index, text);

        Assert.Contains(words, Assert.Throws<DatasetException>(() => PictureList.Find([pairs], PairsIndex.Read(index))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ColorsInAnotherFormat_AreFound()
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("pairs"), 1);
        PictureFile.Write(Path.Combine(pairs, "drawn0_color.webp"), PictureFile.Read(Path.Combine(pairs, "drawn0_color.png"), PictureLimits.CommandLine));
        File.Delete(Path.Combine(pairs, "drawn0_color.png"));

        Assert.Equal(DrawnPictures.Side, Assert.Single(Choose([pairs], 1)).Read().Width);
    }

    private static IReadOnlyList<ListedPicture> Choose(IEnumerable<string> folders, int perSource) => PictureList.Choose(PictureList.Find(folders), perSource);
}
