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
