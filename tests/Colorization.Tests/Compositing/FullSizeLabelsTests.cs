using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Tests.Drawings;

namespace PdnColorize.Colorization.Tests.Compositing;

public sealed class FullSizeLabelsTests
{
    [Fact]
    public void Rows_AnyStrips_GiveTheLabelsOfTheWholePicture()
    {
        // Slanted lines, so that borders run through many strips.
        TestDrawing drawing = TestDrawing.Paper(1500, 1400);
        for (int y = 0; y < 1400; y++)
            for (int line = 0; line < 4; line++) drawing.Fill(100 + (line * 300) + (y / 7), y, 3, 1, 0);
        PreparedDrawing prepared = PreparedDrawing.Create(drawing.Picture, LineArtOptions.Default, CancellationToken.None);
        Assert.NotEqual(1500, prepared.Regions.Labels.Width);
        FullSizeLabels labels = new(prepared.Regions.Labels, prepared.LineArt.Lines);

        Plane<int> whole = labels.Rows(0, 1400);

        for (int top = 0; top < 1400; top += 175)
            Assert.Equal(whole.Data[(top * 1500)..((top + 175) * 1500)], labels.Rows(top, top + 175).Data);
    }

    [Fact]
    public void Rows_ThinLine_IsTheBorderToThePixel()
    {
        TestDrawing drawing = TestDrawing.Paper(2400, 1200).Fill(1201, 0, 1, 1200, 0);
        PreparedDrawing prepared = PreparedDrawing.Create(drawing.Picture, LineArtOptions.Default, CancellationToken.None);

        Plane<int> labels = new FullSizeLabels(prepared.Regions.Labels, prepared.LineArt.Lines).Rows(0, 1200);

        int left = labels[100, 600];
        int right = labels[2300, 600];
        Assert.NotEqual(left, right);
        for (int y = 0; y < 1200; y++)
        {
            Assert.Equal(left, labels[1200, y]);
            Assert.Equal(right, labels[1202, y]);
        }
    }
}
