using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Reuse;
using PdnColorize.Colorization.Tests.Drawings;
using PdnColorize.Colorization.Tests.Models;
using PdnColorize.Colorization.Tests.Networks;

namespace PdnColorize.Colorization.Tests;

/// <summary>What is exact by the lines alone is exact by learned borders: the bundled stages behind a reading network that takes each line for a border.</summary>
[Collection(OneAtATime.Name)]
public sealed class ReadingColorizerTests : IDisposable
{
    private const int Blue = 0x3366CC;
    private const int Orange = 0xDD8800;

    private readonly Colorizer _colorizer = new(WithReading(), ComputeDevice.Cpu, NetworkPrecision.Full);

    public void Dispose() => _colorizer.Dispose();

    [Theory]
    [InlineData(ResultKind.Colors, HintReach.Free)]
    [InlineData(ResultKind.Colors, HintReach.Regions)]
    [InlineData(ResultKind.Flats, HintReach.Free)]
    public void Colorize_Hints_HaveTheirColoursAndFillTheirRooms(ResultKind kind, HintReach reach)
    {
        Picture hints = TestDrawing.Transparent(200, 100).Fill(40, 40, 5, 5, Blue).Set(150, 30, Orange).Picture;

        Picture result = Colorize(TestDrawing.TwoRooms().Picture, hints, kind, reach);

        foreach ((int x, int y) in new[] { (42, 42), (16, 16), (90, 80), (16, 84), (60, 50) }) Assert.Equal(Blue, TestDrawing.ColorAt(result, x, y));
        foreach ((int x, int y) in new[] { (150, 30), (106, 16), (180, 80) }) Assert.Equal(Orange, TestDrawing.ColorAt(result, x, y));
        Assert.NotEqual(Blue, TestDrawing.ColorAt(result, 3, 3));
    }

    [Theory]
    [InlineData(ResultKind.Colors, 200, 100)]
    [InlineData(ResultKind.Flats, 200, 100)]
    [InlineData(ResultKind.Composite, 200, 100)]
    [InlineData(ResultKind.Colors, 2600, 1300)]
    public void Colorize_ReachRegions_ChangesNoByteOutsideTheTouchedRegion(ResultKind kind, int width, int height)
    {
        Picture drawing = TestDrawing.TwoRooms(width, height).Picture;
        TestDrawing Hints(int color) => TestDrawing.Transparent(width, height).Fill(width / 5, 40, 4, 4, color).Fill(width * 3 / 4, 50, 4, 4, 0x118833);

        Picture one = Colorize(drawing, Hints(Blue).Picture, kind, HintReach.Regions);
        Picture other = Colorize(drawing, Hints(0xFFCC00).Picture, kind, HintReach.Regions);

        // The left room with its walls; the wall between the rooms is three pixels wide.
        int changed = 0;
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool inside = x >= 10 && x <= (width / 2) + 1 && y >= 10 && y <= height - 11;
                if (!inside && TestDrawing.ColorAt(one, x, y) != TestDrawing.ColorAt(other, x, y)) changed++;
            }
        }

        Assert.Equal(0, changed);
        Assert.NotEqual(TestDrawing.ColorAt(one, width / 4, 60), TestDrawing.ColorAt(other, width / 4, 60));
    }

    [Fact]
    public void Colorize_LargeDrawingWithThinLines_StopsColoursAtTheVeryLine()
    {
        TestDrawing drawing = TestDrawing.Paper(2400, 2400).Frame(200, 200, 2000, 2000, 2).Fill(1200, 200, 2, 2000, 0);
        Picture hints = TestDrawing.Transparent(2400, 2400).Set(600, 600, Blue).Set(1800, 600, Orange).Picture;

        Picture result = Colorize(drawing.Picture, hints, ResultKind.Colors, HintReach.Free);

        for (int y = 250; y < 2150; y += 50)
        {
            Assert.Equal(Blue, TestDrawing.ColorAt(result, 1198, y));
            Assert.Equal(Orange, TestDrawing.ColorAt(result, 1203, y));
            Assert.Equal(Blue, TestDrawing.ColorAt(result, 203, y));
            Assert.NotEqual(Blue, TestDrawing.ColorAt(result, 197, y));
        }
    }

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(5000, 3)]
    [InlineData(17, 31)]
    public void Colorize_AnyAspect_GivesAPictureOfTheSameSize(int width, int height)
    {
        TestDrawing drawing = TestDrawing.Paper(width, height);
        for (int y = 2; y < height; y += 9) drawing.Fill(0, y, width, 1, 0);
        if (height <= 9) drawing.Fill(width / 2, 0, 2, height, 0);

        Picture result = Colorize(drawing.Picture, null, ResultKind.Colors, HintReach.Free);

        Assert.Equal((width, height), (result.Width, result.Height));
    }

    [Fact]
    public void Colorize_FromTheCache_GivesWhatItGivesWithoutOneAndMixesNoModels()
    {
        ColorizationCache cache = new(64L << 20, 4);
        using Colorizer reading = new(WithReading(), ComputeDevice.Cpu, NetworkPrecision.Full) { Cache = cache };
        using Colorizer byLines = new(TestModels.BundledByLines(), ComputeDevice.Cpu, NetworkPrecision.Full) { Cache = cache };
        using Colorizer byLinesAlone = new(TestModels.BundledByLines(), ComputeDevice.Cpu, NetworkPrecision.Full);
        // A faint wall: no line by the usual rule, and too pale for a border.
        Picture drawing = TestDrawing.TwoRooms().Fill(99, 13, 3, 74, 0x707070).Picture;
        Picture hints = TestDrawing.Transparent(200, 100).Fill(40, 40, 5, 5, Blue).Picture;

        foreach (Picture? layer in new[] { null, hints, null })
        {
            Assert.Equal(byLinesAlone.Colorize(drawing, layer, ColorizationOptions.Default).Picture.Pixels, byLines.Colorize(drawing, layer, ColorizationOptions.Default).Picture.Pixels);
            Assert.Equal(_colorizer.Colorize(drawing, layer, ColorizationOptions.Default).Picture.Pixels, reading.Colorize(drawing, layer, ColorizationOptions.Default).Picture.Pixels);
        }
    }

    [Fact]
    public void Colorize_CancelledBeforeItReads_ThrowsAndCanRunAgain()
    {
        using CancellationTokenSource source = new();
        StepAction cancel = new(ColorizationStep.Prepare, source.Cancel);
        Picture drawing = TestDrawing.TwoRooms().Picture;

        Assert.ThrowsAny<OperationCanceledException>(() => _colorizer.Colorize(drawing, null, ColorizationOptions.Default, cancel, source.Token));
        Assert.Equal(200, _colorizer.Colorize(drawing, null, ColorizationOptions.Default).Picture.Width);
    }

    internal static LoadedModel WithReading()
    {
        LoadedModel model = ModelFolder.Load(TestModels.BundledFolder);
        return model with { Manifest = model.Manifest with { Reading = InkReading.Manifest() }, Reading = InkReading.Checked() };
    }

    private Picture Colorize(Picture drawing, Picture? hints, ResultKind kind, HintReach reach) =>
        _colorizer.Colorize(drawing, hints, new ColorizationOptions { Result = kind, Reach = reach }).Picture;

    private sealed class StepAction(ColorizationStep step, Action action) : IProgress<ColorizationStep>
    {
        public void Report(ColorizationStep value)
        {
            if (value == step) action();
        }
    }
}
