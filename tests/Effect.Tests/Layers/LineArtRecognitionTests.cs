using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Tests.Support;

namespace PdnColorize.Effect.Tests.Layers;

public sealed class LineArtRecognitionTests
{
    private const uint Skin = 0xFFF0C8A0;
    private const uint TintedPaper = 0xFFE8DCC0;

    [Fact]
    public void LooksLikeLines_BlackLinesOnWhite_Does() => Assert.True(Looks(Sheet().Fill(TestLayer.White).DrawFrames(TestLayer.Black)));

    [Fact]
    public void LooksLikeLines_BlackLinesOnNothing_Does() => Assert.True(Looks(Sheet().DrawFrames(TestLayer.Black)));

    [Fact]
    public void LooksLikeLines_RedLinesOnTintedPaper_Does() => Assert.True(Looks(Sheet().Fill(TintedPaper).DrawFrames(TestLayer.Red)));

    [Fact]
    public void LooksLikeLines_WhiteLinesOnNothing_Does() => Assert.True(Looks(Sheet().DrawFrames(TestLayer.White)));

    [Fact]
    public void LooksLikeLines_LinesWithWhiteFilledInBehindThem_Does() =>
        Assert.True(Looks(Sheet().Fill(40, 40, 200, 150, TestLayer.White).DrawFrames(TestLayer.Black)));

    [Fact]
    public void LooksLikeLines_LinesWithSomeSolidBlack_Does() =>
        Assert.True(Looks(Sheet().Fill(TestLayer.White).DrawFrames(TestLayer.Black).Fill(150, 120, 45, 45, TestLayer.Black)));

    [Fact]
    public void LooksLikeLines_OnePixelWideLine_Does() => Assert.True(Looks(Sheet().Fill(TestLayer.White).Fill(10, 100, 300, 1, TestLayer.Black)));

    [Fact]
    public void LooksLikeLines_Colours_DoNot() =>
        Assert.False(Looks(Sheet().Fill(TestLayer.White).Fill(40, 40, 120, 150, Skin).Fill(200, 30, 90, 90, TestLayer.Red).Fill(60, 20, 80, 40, TestLayer.Black)));

    [Fact]
    public void LooksLikeLines_ColouredDrawing_DoesNot() =>
        Assert.False(Looks(Sheet().Fill(TestLayer.White).Fill(20, 20, 280, 200, Skin).DrawFrames(TestLayer.Black)));

    [Fact]
    public void LooksLikeLines_Gradient_DoesNot()
    {
        TestLayer sheet = Sheet();
        for (int y = 0; y < sheet.Height; y++) sheet.Fill(0, y, sheet.Width, 1, 0xFF000000 | (uint)(0x010101 * (y * 255 / sheet.Height)));

        Assert.False(Looks(sheet));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(TestLayer.White)]
    [InlineData(TestLayer.Red)]
    public void LooksLikeLines_OneColourAllOver_DoesNot(uint color) => Assert.False(Looks(Sheet().Fill(color)));

    [Fact]
    public void LooksLikeLines_Cancelled_Ends() => Assert.Throws<OperationCanceledException>(
        () => LineArtRecognition.LooksLikeLines(Sheet(), new CancellationToken(canceled: true)));

    private static bool Looks(TestLayer layer) => LineArtRecognition.LooksLikeLines(layer, CancellationToken.None);

    private static TestLayer Sheet() => new("sheet", 320, 240);
}
