using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Colorization.Tests.Drawings;
using PdnColorize.Colorization.Tests.Models;
using PdnColorize.Colorization.Tests.Networks;

namespace PdnColorize.Colorization.Tests;

[Collection(OneAtATime.Name)]
public sealed class ColorizerTests : IDisposable
{
    private readonly Colorizer _colorizer = new(ModelFolder.Load(TestModels.BundledFolder), ComputeDevice.Cpu, NetworkPrecision.Full);

    public void Dispose() => _colorizer.Dispose();

    [Theory]
    [InlineData(ResultKind.Colors, HintReach.Free)]
    [InlineData(ResultKind.Colors, HintReach.Regions)]
    [InlineData(ResultKind.Flats, HintReach.Free)]
    [InlineData(ResultKind.Flats, HintReach.Regions)]
    public void Colorize_EveryHintPixel_HasItsColourInTheResult(ResultKind kind, HintReach reach)
    {
        TestDrawing hints = TestDrawing.Transparent(200, 100).Fill(40, 40, 5, 5, 0x3366CC).Fill(150, 30, 1, 1, 0xCC3311).Fill(95, 60, 9, 3, 0x22AA44);

        Picture result = Colorize(TestDrawing.TwoRooms().Picture, hints.Picture, kind, reach);

        for (int i = 0; i < hints.Picture.PixelCount; i++)
        {
            if (hints.Picture.Pixels[(i * 4) + 3] < 128) continue;
            Assert.InRange(Ciede2000.Difference(At(result, i), At(hints.Picture, i)), 0, 2);
        }
    }

    [Fact]
    public void Colorize_HintInARoom_FillsTheRoom()
    {
        Picture hints = TestDrawing.Transparent(200, 100).Fill(40, 40, 4, 4, 0x3366CC).Picture;

        // With reach 'free' the other room, which looks the same, may take the color as well.
        Picture result = Colorize(TestDrawing.TwoRooms().Picture, hints, ResultKind.Colors, HintReach.Regions);

        foreach ((int x, int y) in new[] { (16, 16), (90, 80), (16, 84), (60, 50) }) Assert.Equal(0x3366CC, TestDrawing.ColorAt(result, x, y));
        Assert.NotEqual(0x3366CC, TestDrawing.ColorAt(result, 150, 50));
    }

    [Theory]
    [InlineData(ResultKind.Colors)]
    [InlineData(ResultKind.Composite)]
    [InlineData(ResultKind.Flats)]
    public void Colorize_ReachRegions_ChangesNoByteOutsideTheTouchedRegion(ResultKind kind)
    {
        Picture drawing = TestDrawing.TwoRooms().Picture;
        TestDrawing Hints(int color) => TestDrawing.Transparent(200, 100).Fill(40, 40, 4, 4, color).Fill(150, 50, 4, 4, 0x118833);

        Picture one = Colorize(drawing, Hints(0x3366CC).Picture, kind, HintReach.Regions);
        Picture other = Colorize(drawing, Hints(0xFFCC00).Picture, kind, HintReach.Regions);

        // The left room with its walls; the wall between the rooms is three pixels wide from 99.
        for (int y = 0; y < 100; y++)
        {
            for (int x = 0; x < 200; x++)
            {
                bool inside = x is >= 10 and <= 101 && y is >= 10 and <= 89;
                if (!inside) Assert.Equal(TestDrawing.ColorAt(one, x, y), TestDrawing.ColorAt(other, x, y));
            }
        }

        Assert.NotEqual(TestDrawing.ColorAt(one, 60, 60), TestDrawing.ColorAt(other, 60, 60));
    }

    [Theory]
    [InlineData(ResultKind.Colors)]
    [InlineData(ResultKind.Flats)]
    public void Colorize_ReachRegionsAboveWorkingSize_ChangesNoByteOutsideTheTouchedRegion(ResultKind kind)
    {
        // Two hints of the left room, of which one is thin: the cut between their parts runs into the wall.
        Picture drawing = TestDrawing.TwoRooms(2600, 1300, wall: 3).Picture;
        TestDrawing Hints(int color) => TestDrawing.Transparent(2600, 1300).Fill(300, 600, 40, 40, color).Fill(1290, 20, 5, 1200, 0x118833).Fill(2000, 600, 9, 9, 0x888800);

        Picture one = Colorize(drawing, Hints(0x3366CC).Picture, kind, HintReach.Regions);
        Picture other = Colorize(drawing, Hints(0x118834).Picture, kind, HintReach.Regions);
        Picture third = Colorize(drawing, Hints(0xFF2200).Picture, kind, HintReach.Regions);

        int changed = 0;
        for (int i = 0; i < drawing.PixelCount; i++)
        {
            (int x, int y) = (i % 2600, i / 2600);
            bool inside = x is >= 10 and <= 1301 && y is >= 10 and <= 1289;
            if (!inside && (At(one, i) != At(other, i) || At(one, i) != At(third, i))) changed++;
        }

        Assert.Equal(0, changed);
    }

    [Theory]
    [InlineData(ResultKind.Colors)]
    [InlineData(ResultKind.Flats)]
    public void Colorize_OnePixelHintsOn2048_StandInTheResultAndFillTheirRooms(ResultKind kind)
    {
        TestDrawing hints = TestDrawing.Transparent(2048, 2048).Set(501, 777, 0x3366CC).Set(1503, 1021, 0xDD8800);

        Picture result = Colorize(TestDrawing.TwoRooms(2048, 2048, wall: 4).Picture, hints.Picture, kind, HintReach.Free);

        Assert.InRange(Ciede2000.Difference(At(result, (777 * 2048) + 501), (0x33, 0x66, 0xCC)), 0, 2);
        Assert.InRange(Ciede2000.Difference(At(result, (1021 * 2048) + 1503), (0xDD, 0x88, 0x00)), 0, 2);
        Assert.Equal(0x3366CC, TestDrawing.ColorAt(result, 100, 1900));
        Assert.Equal(0xDD8800, TestDrawing.ColorAt(result, 1900, 100));
    }

    [Fact]
    public void Colorize_FlatsWithAStrokeOfVaryingTone_HaveOneColourInTheRegion()
    {
        TestDrawing hints = TestDrawing.Transparent(200, 100);
        for (int x = 30; x < 70; x++) hints.Fill(x, 40, 1, 4, 0x3366CC + (x % 3));

        Picture result = Colorize(TestDrawing.TwoRooms().Picture, hints.Picture, ResultKind.Flats, HintReach.Free);

        int color = TestDrawing.ColorAt(result, 20, 20);
        for (int y = 16; y < 84; y++)
            for (int x = 16; x < 94; x++) Assert.Equal(color, TestDrawing.ColorAt(result, x, y));
    }

    [Fact]
    public void Colorize_ReachRegions_UntouchedRegionsAreAsWithoutHints()
    {
        Picture drawing = TestDrawing.TwoRooms().Picture;
        Picture hints = TestDrawing.Transparent(200, 100).Fill(40, 40, 4, 4, 0x3366CC).Picture;

        Picture with = Colorize(drawing, hints, ResultKind.Colors, HintReach.Regions);
        Picture without = Colorize(drawing, null, ResultKind.Colors, HintReach.Regions);

        for (int y = 20; y < 80; y++)
            for (int x = 104; x < 200; x++) Assert.Equal(TestDrawing.ColorAt(without, x, y), TestDrawing.ColorAt(with, x, y));
    }

    [Fact]
    public void Colorize_Composite_KeepsBlackLinesBlack()
    {
        TestDrawing drawing = TestDrawing.TwoRooms(wall: 4);

        Picture result = Colorize(drawing.Picture, null, ResultKind.Composite, HintReach.Free);

        for (int i = 0; i < result.PixelCount; i++)
            if (drawing.Picture.Pixels[i * 4] == 0) Assert.Equal((0, 0, 0), At(result, i));
    }

    [Fact]
    public void Colorize_Composite_KeepsTheTintOfColouredLines()
    {
        Picture drawing = TestDrawing.Paper(160, 160).Frame(30, 30, 100, 100, 6, 0xC02020).Picture;

        Picture result = Colorize(drawing, null, ResultKind.Composite, HintReach.Free);

        (byte red, byte green, byte blue) = At(result, (32 * 160) + 80);
        Assert.True(red > 2 * green && red > 2 * blue, $"The red line became {red}, {green}, {blue}.");
    }

    [Fact]
    public void Colorize_WhiteLinesOnATransparentLayer_AreFoundAndKept()
    {
        TestDrawing drawing = TestDrawing.Transparent(160, 160).Frame(30, 30, 100, 100, 5, 0xFFFFFF);
        Picture hints = TestDrawing.Transparent(160, 160).Fill(70, 70, 6, 6, 0x204080).Picture;

        Picture result = Colorize(drawing.Picture, hints, ResultKind.Composite, HintReach.Regions);

        Assert.Equal(0xFFFFFF, TestDrawing.ColorAt(result, 80, 32));
        Assert.Equal(0x204080, TestDrawing.ColorAt(result, 50, 50));
        Assert.NotEqual(0x204080, TestDrawing.ColorAt(result, 10, 10));
    }

    [Theory]
    [InlineData(1, 5000)]
    [InlineData(5000, 3)]
    [InlineData(17, 31)]
    [InlineData(130, 700)]
    public void Colorize_AnyAspect_GivesAnOpaquePictureOfTheSameSize(int width, int height)
    {
        TestDrawing drawing = TestDrawing.Paper(width, height);
        for (int y = 2; y < height; y += 9) drawing.Fill(0, y, width, 1, 0);
        if (height <= 9) drawing.Fill(width / 2, 0, 2, height, 0);

        Picture result = Colorize(drawing.Picture, null, ResultKind.Colors, HintReach.Free);

        Assert.Equal((width, height), (result.Width, result.Height));
        Assert.All(Enumerable.Range(0, result.PixelCount), i => Assert.Equal(255, result.Pixels[(i * 4) + 3]));
    }

    [Fact]
    public void Colorize_Flats_HaveOneColourARegionAndNoMore()
    {
        Picture result = Colorize(TestDrawing.TwoRooms(400, 300).Picture, null, ResultKind.Flats, HintReach.Free);

        int colors = Enumerable.Range(0, result.PixelCount).Select(i => At(result, i)).Distinct().Count();
        Assert.InRange(colors, 1, 3);
    }

    [Fact]
    public void Colorize_LargeDrawingWithThinLines_StopsColoursAtTheVeryLine()
    {
        // 2 pixels wide at 2400: half a pixel at working size, a tenth of one in the network.
        TestDrawing drawing = TestDrawing.Paper(2400, 2400).Frame(200, 200, 2000, 2000, 2).Fill(1200, 200, 2, 2000, 0);
        Picture hints = TestDrawing.Transparent(2400, 2400).Fill(600, 600, 1, 1, 0x3366CC).Fill(1800, 600, 1, 1, 0xDD8800).Picture;

        Picture result = Colorize(drawing.Picture, hints, ResultKind.Colors, HintReach.Free);

        for (int y = 250; y < 2150; y += 50)
        {
            Assert.Equal(0x3366CC, TestDrawing.ColorAt(result, 1198, y));
            Assert.Equal(0xDD8800, TestDrawing.ColorAt(result, 1203, y));
            Assert.Equal(0x3366CC, TestDrawing.ColorAt(result, 203, y));
            Assert.NotEqual(0x3366CC, TestDrawing.ColorAt(result, 197, y));
        }
    }

    [Theory]
    [InlineData(ModelPreset.Faithful)]
    [InlineData(ModelPreset.Classic)]
    public void Colorize_TwoStagesWithRandomWeights_RunsBothAndPaints(ModelPreset preset)
    {
        ModelManifest manifest = preset == ModelPreset.Classic ? TestModels.Classic(baseChannels: 2) : TestModels.Faithful(stages: 2, baseChannels: 2);
        using Colorizer colorizer = WithRandomWeights(manifest);
        Picture hints = TestDrawing.Transparent(200, 100).Fill(40, 40, 4, 4, 0x3366CC).Picture;

        ColorizationResult result = colorizer.Colorize(TestDrawing.TwoRooms().Picture, hints, ColorizationOptions.Default);

        Assert.Equal(
            [ColorizationStep.Prepare, ColorizationStep.Stage1, ColorizationStep.Stage2, ColorizationStep.Lift, ColorizationStep.Compose],
            result.Times.Select(time => time.Step));
        Assert.Equal(200, result.Picture.Width);
        Assert.Equal(0x3366CC, TestDrawing.ColorAt(result.Picture, 42, 42));
    }

    [Fact]
    public void Colorize_ModelOfExchangedRedAndBlue_PaintsWhatItsTwinPaintsWithThemExchanged()
    {
        ModelManifest yuv = TestModels.Classic();
        var weights = TestModels.RandomWeights(yuv);
        using Colorizer usual = Load(yuv, weights);
        using Colorizer exchanged = Load(yuv with { ColorSpace = ModelColorSpace.YuvOfBgr }, weights);

        ColorField blueHint = Paint(usual, 0x1133EE);
        ColorField redHint = Paint(exchanged, 0xEE3311);

        for (int i = 0; i < blueHint.Data.Length; i++) Assert.Equal(blueHint.Data[i], redHint.Data[i - (i % 3) + 2 - (i % 3)]);
        Assert.NotEqual(blueHint.Data, redHint.Data);

        static ColorField Paint(Colorizer colorizer, int hint)
        {
            PreparedDrawing drawing = PreparedDrawing.Create(TestDrawing.TwoRooms().Picture, LineArtOptions.Default, CancellationToken.None);
            HintSet hints = HintSet.FromLayer(TestDrawing.Transparent(200, 100).Fill(40, 40, 9, 9, hint).Picture);
            return colorizer.Paint(drawing, hints, new StepClock(progress: null, CancellationToken.None), CancellationToken.None);
        }
    }

    [Fact]
    public void Colorize_ModelThatGivesInfinity_IsAnErrorWithAReason()
    {
        // Finite weights whose products are not.
        ModelManifest manifest = TestModels.Faithful(stages: 1);
        var weights = TestModels.RandomWeights(manifest);
        float[] huge = [.. Enumerable.Repeat(3e38f, 3)];
        using Colorizer colorizer = Load(manifest, [weights[0].With(SafetensorsTensor.FromSingles("dc0.bias", [3], huge)).With(
            SafetensorsTensor.FromSingles("dc0.weight", [3, 2, 3, 3], [.. Enumerable.Repeat(3e38f, 54)]))]);

        ColorizationException e = Assert.Throws<ColorizationException>(
            () => colorizer.Colorize(TestDrawing.TwoRooms().Picture, null, ColorizationOptions.Default));

        Assert.Contains("no colours", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Colorize_ModelThatGivesOneColour_IsAnErrorWithAReason()
    {
        ModelManifest manifest = TestModels.Faithful(stages: 1);
        var weights = TestModels.RandomWeights(manifest);
        using Colorizer colorizer = Load(manifest, [weights[0].With(SafetensorsTensor.FromSingles("dc0.weight", [3, 2, 3, 3], new float[54]))
            .With(SafetensorsTensor.FromSingles("dc0.bias", [3], new float[3]))]);

        ColorizationException e = Assert.Throws<ColorizationException>(
            () => colorizer.Colorize(TestDrawing.TwoRooms().Picture, null, ColorizationOptions.Default));

        Assert.Contains("one even colour", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Colorize_CancelledWhileItRuns_ThrowsAndCanRunAgain()
    {
        using CancellationTokenSource source = new();
        Picture drawing = TestDrawing.TwoRooms().Picture;
        InlineProgress cancelAtStage1 = new(step =>
        {
            if (step == ColorizationStep.Stage1) source.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => _colorizer.Colorize(drawing, null, ColorizationOptions.Default, cancelAtStage1, source.Token));
        Assert.Equal(200, _colorizer.Colorize(drawing, null, ColorizationOptions.Default).Picture.Width);
    }

    [Fact]
    public void Colorize_SameInputTwice_GivesTheSameBytes()
    {
        Picture drawing = TestDrawing.TwoRooms(300, 200).Picture;

        Assert.Equal(Colorize(drawing, null, ResultKind.Colors, HintReach.Free).Pixels, Colorize(drawing, null, ResultKind.Colors, HintReach.Free).Pixels);
    }

    [Theory]
    [InlineData(ResultKind.Composite)]
    [InlineData(ResultKind.Colors)]
    [InlineData(ResultKind.Flats)]
    public void ColorizeOnto_CanvasOfAnEarlierJob_ShowsNothingOfIt(ResultKind kind)
    {
        Picture drawing = TestDrawing.TwoRooms(300, 200).Picture;
        Picture hints = TestDrawing.Transparent(300, 200).Fill(40, 40, 5, 5, 0x3366CC).Picture;
        ColorizationOptions options = new() { Result = kind };
        Picture canvas = new(300, 200);
        Array.Fill(canvas.Pixels, (byte)0x5A);

        ColorizationResult result = _colorizer.ColorizeOnto(canvas, drawing, hints, options);

        Assert.Same(canvas, result.Picture);
        Assert.Equal(_colorizer.Colorize(drawing, hints, options).Picture.Pixels, canvas.Pixels);
    }

    [Fact]
    public void ColorizeOnto_CanvasThatDoesNotFit_IsAMistakeOfTheProgram()
    {
        Picture drawing = TestDrawing.TwoRooms().Picture;

        Assert.Throws<ArgumentException>(() => _colorizer.ColorizeOnto(new Picture(drawing.Height, drawing.Width), drawing, null, ColorizationOptions.Default));
        Assert.Throws<ArgumentException>(() => _colorizer.ColorizeOnto(drawing, drawing, null, ColorizationOptions.Default));
    }

    private static Colorizer WithRandomWeights(ModelManifest manifest) => Load(manifest, TestModels.RandomWeights(manifest));

    private static Colorizer Load(ModelManifest manifest, IReadOnlyList<IReadOnlyList<SafetensorsTensor>> weights)
    {
        string folder = Path.Combine(Path.GetTempPath(), $"pdncolorize-{Guid.NewGuid():N}");
        try
        {
            ModelFolderWriter.Write(folder, manifest, weights);
            return new Colorizer(ModelFolder.Load(folder), ComputeDevice.Cpu, NetworkPrecision.Full);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private Picture Colorize(Picture drawing, Picture? hints, ResultKind kind, HintReach reach) =>
        _colorizer.Colorize(drawing, hints, new ColorizationOptions { Result = kind, Reach = reach }).Picture;

    private static (byte Red, byte Green, byte Blue) At(Picture picture, int pixel) =>
        (picture.Pixels[(pixel * 4) + 2], picture.Pixels[(pixel * 4) + 1], picture.Pixels[pixel * 4]);

    private sealed class InlineProgress(Action<ColorizationStep> report) : IProgress<ColorizationStep>
    {
        public void Report(ColorizationStep value) => report(value);
    }
}
