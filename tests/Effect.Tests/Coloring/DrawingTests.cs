using PdnColorize.Effect.Coloring;
using PdnColorize.Effect.Dialog;
using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Messages;
using PdnColorize.Effect.Result;
using PdnColorize.Effect.Tests.Support;
using PdnColorize.Effect.Texts;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Effect.Tests.Coloring;

public sealed class DrawingTests
{
    [Fact]
    public void Read_SelectionInADrawing_SendsTheWholeDrawing()
    {
        TestDocument document = new(0, Ink()) { Selection = new PixelArea(3, 4, 1, 1) };

        Assert.Equal(document.Area, Read(document).Area);
    }

    [Theory]
    [InlineData(20000, 100, 20000, 100)]
    [InlineData(20000, 100, 300, 100)]
    [InlineData(12000, 12000, 5000, 6000)]
    public void AreaToSend_DocumentThatIsTooLarge_IsCutToTheSelectionIfThatFits(int width, int height, int selectedWidth, int selectedHeight)
    {
        PixelArea selection = new(7, 8, selectedWidth, selectedHeight);
        TestDocument document = new(0, Ink()) { Area = new PixelArea(0, 0, width, height), Selection = selection };

        Assert.Equal(selectedWidth < width ? selection : document.Area, Drawing.AreaToSend(document));
    }

    [Theory]
    [InlineData(20000, 100)]
    [InlineData(12000, 12000)]
    [InlineData(60000, 40000)]
    public void Read_DocumentThatIsTooLarge_IsRefusedBeforeItIsRead(int width, int height)
    {
        TestLayer ink = Ink();
        PixelArea area = new(0, 0, width, height);

        DaemonException error = Assert.Throws<DaemonException>(() => Read(new TestDocument(0, ink) { Area = area, Selection = area }));

        Assert.Equal(DaemonErrorCode.PictureTooLarge, error.Code);
        Assert.Equal(0, ink.TimesOpened);
    }

    [Fact]
    public void Read_LinesOwnLayer_AsksForColoursWithTheLines()
    {
        Drawing drawing = Read(new TestDocument(0, Ink()));

        Assert.True(drawing.ReplacesLines);
        Assert.Equal(ResultKind.Composite, drawing.Job.Settings.Result);
    }

    [Fact]
    public void Read_LayerUnderTheLines_AsksForColours()
    {
        Drawing drawing = Read(new TestDocument(0, new TestLayer("new", 64, 48), Ink()));

        Assert.False(drawing.ReplacesLines);
        Assert.Equal(ResultKind.Colors, drawing.Job.Settings.Result);
    }

    [Fact]
    public void Read_EmptyHintLayer_IsNoHints() => Assert.True(Read(new TestDocument(0, Ink(), new TestLayer("hints", 64, 48))).Job.Hints.IsEmpty);

    [Fact]
    public void Read_FaintPaintOnTheHintLayer_IsNoHints() =>
        Assert.True(Read(new TestDocument(0, Ink(), new TestLayer("hints", 64, 48).Set(5, 5, 0x7FFF0000))).Job.Hints.IsEmpty);

    [Fact]
    public void Read_OneHint_SendsTheLayerAsItIsWhateverItsOpacity()
    {
        TestLayer hints = new TestLayer("hints", 64, 48) { Visible = false, Opacity = 0.3 }.Set(5, 5, 0x80FF0000);

        Assert.Equal(hints.Pixels, Read(new TestDocument(0, Ink(), hints)).Job.Hints.ToArray());
    }

    [Fact]
    public void Read_HintLayerWithoutATransparentPixel_IsRefused()
    {
        TestLayer hints = new TestLayer("hints", 64, 48).Fill(TestLayer.White);

        EffectException error = Assert.Throws<EffectException>(() => Read(new TestDocument(0, Ink(), hints)));

        Assert.Equal("error.hintsCoverAll", error.TextKey);
    }

    private static Drawing Read(TestDocument document) => Drawing.Read(document, new EffectSettings(), EffectTexts.AllHintLayerNames, new OwnWork(OwnWork.DefaultBytes), CancellationToken.None);

    private static TestLayer Ink() => new TestLayer("ink", 64, 48).Fill(TestLayer.White).DrawFrames(TestLayer.Black, 1);
}
