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

        IReadOnlyList<ListedPicture> chosen = PictureList.Choose([many, few], perSource: 3);

        Assert.Equal(["few", "few", "many", "many", "many"], chosen.Select(picture => picture.Source));
        Assert.Equal(chosen.Select(picture => picture.Key), PictureList.Choose([few, many], perSource: 3).Select(picture => picture.Key));
        Assert.Subset(PictureList.Choose([many], perSource: 4).Select(picture => picture.Key).ToHashSet(), PictureList.Choose([many], 3).Select(picture => picture.Key).ToHashSet());
    }

    [Fact]
    public void Choose_FolderGivenTwice_TakesItsPicturesOnce()
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("pairs"), 2);

        Assert.Equal(2, PictureList.Choose([pairs, pairs], perSource: 9).Count);
    }

    [Fact]
    public void Choose_FoldersOfOneName_AreTwoSources()
    {
        using TemporaryFolder folder = new();
        string[] alike = [PairFolder.Write(folder.File("one/pairs"), 1), PairFolder.Write(folder.File("two/pairs"), 1)];
        string other = PairFolder.Write(folder.File("other"), 1);
        PictureFile.Write(Path.Combine(alike[1], "drawn0_line.png"), new Picture(20, 10));
        PictureFile.Write(Path.Combine(alike[1], "drawn0_color.png"), new Picture(20, 10));

        IReadOnlyList<ListedPicture> chosen = PictureList.Choose([.. alike, other, alike[0]], perSource: 9);

        Assert.Equal(["one/pairs", "other", "two/pairs"], chosen.Select(picture => picture.Source));
        Assert.Equal(["one/pairs/drawn0", "other/drawn0", "two/pairs/drawn0"], chosen.Select(picture => picture.Key));
        Assert.Equal([DrawnPictures.Side, DrawnPictures.Side, 20], chosen.Select(picture => picture.Read().Width));
        Assert.Equal(chosen.Select(picture => picture.Key), PictureList.Choose([other, alike[1], alike[0]], perSource: 9).Select(picture => picture.Key));
        // Alone, they are called as ever.
        Assert.Equal(["pairs/drawn0"], PictureList.Choose([alike[0]], perSource: 9).Select(picture => picture.Key));
    }

    [Fact]
    public void Choose_FoldersOfOneNameInFoldersOfOneName_GoesUpUntilTheyDiffer()
    {
        using TemporaryFolder folder = new();
        string[] alike = [PairFolder.Write(folder.File("one/art/pairs"), 1), PairFolder.Write(folder.File("two/art/pairs"), 1)];

        Assert.Equal(["one/art/pairs", "two/art/pairs"], PictureList.Choose(alike, perSource: 1).Select(picture => picture.Source));
    }

    [Fact]
    public async Task Choose_DataSetsWithFoldersOfOneName_AreTwoSources()
    {
        using TemporaryFolder folder = new();
        string[] sets = [await BuildAsync("freegophers_65.png"), await BuildAsync("freegophers_7.png")];

        IReadOnlyList<ListedPicture> chosen = PictureList.Choose(sets, perSource: 9);

        Assert.Equal(
            ["freegophers_65.png-set/art/freegophers_65.png", "freegophers_7.png-set/art/freegophers_7.png"], chosen.Select(picture => picture.Key));
        Assert.Equal(["freegophers_65.png-set/art", "freegophers_7.png-set/art"], chosen.Select(picture => picture.Source));
        Assert.Equal(["art/freegophers_7.png"], PictureList.Choose([sets[1], sets[1]], perSource: 9).Select(picture => picture.Key));

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

        Assert.Contains("no folder", Assert.Throws<DatasetException>(() => PictureList.Choose([folder.File("missing")], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("neither", Assert.Throws<DatasetException>(() => PictureList.Choose([folder.FullPath], 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_DrawingWithoutColors_NamesIt()
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("pairs"), 2);
        File.Delete(Path.Combine(pairs, "drawn1_color.png"));

        Assert.Contains("drawn1_color.png", Assert.Throws<DatasetException>(() => PictureList.Choose([pairs], 9)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ColorsOfAnotherSize_SaysSo()
    {
        using TemporaryFolder folder = new();
        string pairs = PairFolder.Write(folder.File("pairs"), 1);
        PictureFile.Write(Path.Combine(pairs, "drawn0_color.png"), new Picture(20, 10));

        ListedPicture picture = Assert.Single(PictureList.Choose([pairs], 1));

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

        byte[] rgb = Assert.Single(PictureList.Choose([pairs], 1)).Read().ColorRgb;

        // 255 - (255 - c) x 128 / 255
        Assert.Equal([127, 127, 177], rgb.Take(3));
    }

    [Fact]
    public void Hints_LargerNumber_BeginsWithTheSmaller()
    {
        using TemporaryFolder folder = new();
        ListedPicture picture = Assert.Single(PictureList.Choose([PairFolder.Write(folder.File("pairs"), 1)], 1));
        EvaluationDrawing drawing = EvaluationDrawing.Load(picture, CancellationToken.None);

        HintSet five = drawing.Hints(5);
        HintSet ten = drawing.Hints(10);

        Assert.True(five.Count > 0 && ten.Count > five.Count);
        Assert.Subset(ten.Positions.ToHashSet(), five.Positions.ToHashSet());
        Assert.Equal(five.Positions, EvaluationDrawing.Load(picture, CancellationToken.None).Hints(5).Positions);
    }
}
