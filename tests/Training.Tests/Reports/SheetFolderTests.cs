using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Reports.Sheets;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Tests.Reports;

public sealed class SheetFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keep_FewerThanTheMost_KeepsAll() => Assert.Equal([5, 10, 15], Thinning.Keep([5, 10, 15], most: 12));

    [Fact]
    public void Keep_Many_KeepsFirstAndLastAndSpreadsTheRest()
    {
        IReadOnlyList<long> kept = Thinning.Keep(Enumerable.Range(1, 100).Select(i => i * 500L), most: 12);

        Assert.Equal((12, 500, 50000), (kept.Count, kept[0], kept[^1]));
        // Evenly spread, each gap would be 4500.
        Assert.All(kept.Zip(kept.Skip(1), (one, next) => next - one), gap => Assert.InRange(gap, 2000, 9000));
    }

    [Fact]
    public void Keep_OneMoreAgainAndAgain_StaysSpread()
    {
        IReadOnlyList<long> kept = [];
        for (int step = 1; step <= 200; step++) kept = Thinning.Keep([.. kept, step], most: 12);

        Assert.Equal((12, 1, 200), (kept.Count, kept[0], kept[^1]));
        Assert.All(kept.Zip(kept.Skip(1), (one, next) => next - one), gap => Assert.InRange(gap, 1, 40));
    }

    [Fact]
    public void Add_ADrawing_ShowsLinesHintsResultsAndOriginal()
    {
        new SheetFolder(_folder.FullPath).Add(1, 500, ReportSamples.Drawings(1));

        Picture sheet = PictureFile.Read(_folder.File("stage1/step-000500.png"), new PictureLimits());

        // The middle of each column, below the captions: pale lines would be 255 - 55 / 3; the hint lies there instead.
        int[] colors = [.. Enumerable.Range(0, SheetLayout.Captions.Count).Select(column => ColorAt(sheet, (column * 132) + 64, SheetLayout.CaptionHeight + 64))];
        Assert.Equal([0xC8C8C8, 0x00FF00, 0x808080, ReportSamples.ResultColor, 0x404040], colors);
    }

    [Theory]
    [InlineData(1, 64)]
    [InlineData(8, 64)]
    [InlineData(8, 160)]
    [InlineData(3, 512)]
    public void ColumnsOf_AnySheet_LieWhereTheSheetHasThem(int drawings, int side)
    {
        SheetLayout layout = SheetLayout.For(ReportSamples.Drawings(drawings, side));

        (string Caption, double Left, double Width)[] columns = [.. SheetLayout.ColumnsOf(layout.Width)];

        Assert.Equal(SheetLayout.Captions.Count * layout.Groups, columns.Length);
        Assert.Equal(layout.LeftOf(layout.Groups - 1, 4), columns[^1].Left * layout.Width, 1e-6);
        Assert.Equal(layout.Cell, columns[^1].Width * layout.Width, 1e-6);
    }

    [Fact]
    public void Shown_OpenedAgain_HasTheSheetsOfBefore()
    {
        SheetFolder before = new(_folder.FullPath);
        for (int step = 1; step <= 14; step++) before.Add(1, step * 10, ReportSamples.Drawings(2));

        IReadOnlyList<SheetPicture> shown = new SheetFolder(_folder.FullPath).Shown(1);

        Assert.Equal((SheetFolder.MostShown, 10, 140), (shown.Count, shown[0].Step, shown[^1].Step));
        Assert.All(shown, picture => Assert.Equal("RIFF"u8.ToArray(), picture.WebP[..4]));
    }

    [Fact]
    public void Forget_AStep_RemovesLaterSheetsOfThatStageAlone()
    {
        SheetFolder folder = new(_folder.FullPath);
        IReadOnlyList<ColoredSample> samples = ReportSamples.Drawings(1);
        foreach (long step in (long[])[10, 20, 30]) folder.Add(1, step, samples);
        folder.Add(2, 40, samples);

        folder.Forget(1, 20);

        Assert.Equal([10, 20], folder.StepsOf(1));
        Assert.Equal([40], folder.StepsOf(2));
    }

    private static int ColorAt(Picture picture, int x, int y)
    {
        int at = ((y * picture.Width) + x) * Picture.BytesPerPixel;
        return (picture.Pixels[at + 2] << 16) | (picture.Pixels[at + 1] << 8) | picture.Pixels[at];
    }
}
