using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Reuse;
using PdnColorize.Colorization.Tests.Drawings;
using PdnColorize.Colorization.Tests.Models;
using PdnColorize.Colorization.Tests.Networks;

namespace PdnColorize.Colorization.Tests.Reuse;

/// <summary>A cache must never be seen in a picture, only in the steps that were spared.</summary>
[Collection(OneAtATime.Name)]
public sealed class ColorizationCacheTests : IDisposable
{
    private readonly ColorizationCache _cache = new(64L << 20, 4);
    private readonly Colorizer _with;
    private readonly Colorizer _without;

    public ColorizationCacheTests()
    {
        LoadedModel model = ModelFolder.Load(TestModels.BundledFolder);
        _with = new Colorizer(model, ComputeDevice.Cpu, NetworkPrecision.Full) { Cache = _cache };
        _without = new Colorizer(model, ComputeDevice.Cpu, NetworkPrecision.Full);
    }

    public void Dispose()
    {
        _with.Dispose();
        _without.Dispose();
    }

    [Theory]
    [InlineData(HintReach.Free, ResultKind.Composite)]
    [InlineData(HintReach.Regions, ResultKind.Colors)]
    [InlineData(HintReach.Regions, ResultKind.Flats)]
    public void Colorize_HintsChange_GivesWhatItGivesWithoutACache(HintReach reach, ResultKind kind)
    {
        ColorizationOptions options = new() { Reach = reach, Result = kind };
        Picture drawing = TestDrawing.TwoRooms().Picture;
        Picture?[] layers = [null, Hint(40, 0x3366CC), Hint(40, 0xCC3311), Hint(150, 0x22AA44), null];

        foreach (Picture? hints in layers)
            Assert.Equal(_without.Colorize(drawing, hints, options).Picture.Pixels, _with.Colorize(drawing, hints, options).Picture.Pixels);
    }

    [Theory]
    [InlineData(HintReach.Free)]
    [InlineData(HintReach.Regions)]
    public void Colorize_ModelResidualOrNotAndHintsChange_GivesWhatItGivesWithoutACache(HintReach reach)
    {
        // What a residual model, as the bundled one is, adds to its network's output comes from the hints: kept with the colours, it would show in every later picture.
        LoadedModel model = NotResidual(TestModels.BundledByLines());
        using Colorizer residual = new(TestModels.BundledByLines(), ComputeDevice.Cpu, NetworkPrecision.Full) { Cache = _cache };
        using Colorizer residualWithout = new(TestModels.BundledByLines(), ComputeDevice.Cpu, NetworkPrecision.Full);
        using Colorizer with = new(model, ComputeDevice.Cpu, NetworkPrecision.Full) { Cache = _cache };
        using Colorizer without = new(model, ComputeDevice.Cpu, NetworkPrecision.Full);
        ColorizationOptions options = new() { Reach = reach, Result = ResultKind.Colors };
        Picture drawing = TestDrawing.TwoRooms().Picture;
        Picture?[] layers = [Hint(40, 0x3366CC), null, Hint(150, 0xCC3311), null];

        foreach (Picture? hints in layers)
        {
            Assert.Equal(residualWithout.Colorize(drawing, hints, options).Picture.Pixels, residual.Colorize(drawing, hints, options).Picture.Pixels);
            Assert.Equal(without.Colorize(drawing, hints, options).Picture.Pixels, with.Colorize(drawing, hints, options).Picture.Pixels);
        }

        // Otherwise nothing would have been tried: where the network sees hints, they show.
        if (reach == HintReach.Free) Assert.NotEqual(residualWithout.Colorize(drawing, layers[0], options).Picture.Pixels, with.Colorize(drawing, layers[0], options).Picture.Pixels);
    }

    [Fact]
    public void Colorize_RegionsWithOtherHints_SparesTheNetworks()
    {
        ColorizationOptions options = new() { Reach = HintReach.Regions };
        Picture drawing = TestDrawing.TwoRooms().Picture;
        _with.Colorize(drawing, null, options);

        ColorizationResult again = _with.Colorize(drawing, Hint(40, 0x3366CC), options);

        Assert.DoesNotContain(again.Times, time => time.Step is ColorizationStep.Stage1 or ColorizationStep.Stage2);
    }

    [Fact]
    public void Colorize_OnePixelOfTheDrawingChanged_RunsTheNetworks()
    {
        Picture drawing = TestDrawing.TwoRooms().Picture;
        _with.Colorize(drawing, null, ColorizationOptions.Default);
        drawing.Pixels[0] ^= 1;

        ColorizationResult again = _with.Colorize(drawing, null, ColorizationOptions.Default);

        Assert.Contains(again.Times, time => time.Step == ColorizationStep.Stage1);
    }

    [Fact]
    public void Colorize_OtherWeights_RunsTheNetworks()
    {
        Picture drawing = TestDrawing.TwoRooms().Picture;
        _with.Colorize(drawing, null, ColorizationOptions.Default);
        using Colorizer other = new(ModelFolder.Load(TestModels.BundledFolder), ComputeDevice.Cpu, NetworkPrecision.Full) { Cache = _cache };

        Assert.Contains(other.Colorize(drawing, null, ColorizationOptions.Default).Times, time => time.Step == ColorizationStep.Stage1);
    }

    [Fact]
    public void Clear_ForgetsAll()
    {
        _with.Colorize(TestDrawing.TwoRooms().Picture, null, ColorizationOptions.Default);
        Assert.NotEqual(0, _cache.Bytes);

        _cache.Clear();

        Assert.Equal(0, _cache.Bytes);
    }

    private static LoadedModel NotResidual(LoadedModel model)
    {
        StageManifest[] stages = [.. model.Manifest.Stages.Select(stage => stage with { IsResidual = false })];
        return model with
        {
            Manifest = model.Manifest with { Stages = stages },
            Stages = [.. model.Stages.Zip(stages, (weights, stage) => StageWeights.Check(stage, weights.Tensors, stage.File))],
        };
    }

    private static Picture Hint(int left, int color) => TestDrawing.Transparent(200, 100).Fill(left, 40, 5, 5, color).Picture;
}
