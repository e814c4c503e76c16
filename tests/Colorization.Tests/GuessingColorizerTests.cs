using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Colorization.Tests.Drawings;
using PdnColorize.Colorization.Tests.Models;
using PdnColorize.Colorization.Tests.Networks;

namespace PdnColorize.Colorization.Tests;

/// <summary>Guesses end to end: the bundled stages behind a reading network that finds all parts unlike each other, and red and blue likely.</summary>
[Collection(OneAtATime.Name)]
public sealed class GuessingColorizerTests : IDisposable
{
    private const int Red = 0xE8B8A8;
    private const int Blue = 0xA8CCE8;
    private const int Green = 0x22AA33;

    private readonly Colorizer _colorizer = new(Guessing(), ComputeDevice.Cpu, NetworkPrecision.Full);

    public void Dispose() => _colorizer.Dispose();

    [Fact]
    public void Colorize_NoHints_GivesEachRoomALikelyColor()
    {
        Picture result = Flats(hints: null, seed: 0);

        foreach (int x in new[] { 50, 150 }) Assert.Contains(TestDrawing.ColorAt(result, x, 50), new[] { Red, Blue });
    }

    [Fact]
    public void Colorize_Seeds_GiveOtherGuessesAndEachTheSameBytesAgain()
    {
        byte[][] guesses = [.. Enumerable.Range(0, 8).Select(seed => Flats(hints: null, seed).Pixels)];

        Assert.True(guesses.Select(Convert.ToHexString).Distinct().Count() >= 3);
        for (int seed = 0; seed < guesses.Length; seed++) Assert.Equal(guesses[seed], Flats(hints: null, seed).Pixels);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Colorize_Hint_WinsWhateverTheSeed(int seed)
    {
        Picture hints = TestDrawing.Transparent(200, 100).Fill(40, 40, 5, 5, Green).Picture;

        Picture result = Flats(hints, seed);

        Assert.Equal(Green, TestDrawing.ColorAt(result, 60, 60));
        Assert.NotEqual(Green, TestDrawing.ColorAt(result, 150, 50));
    }

    [Fact]
    public void Colorize_ReachRegions_GuessesElsewhereAsIfThereWereNoHints()
    {
        Picture hints = TestDrawing.Transparent(200, 100).Fill(40, 40, 5, 5, Red).Picture;

        Picture without = Flats(hints: null, seed: 3);
        Picture with = Flats(hints, seed: 3, HintReach.Regions);

        Assert.Equal(Red, TestDrawing.ColorAt(with, 60, 60));
        for (int y = 14; y < 86; y++)
            for (int x = 104; x < 186; x++) Assert.Equal(TestDrawing.ColorAt(without, x, y), TestDrawing.ColorAt(with, x, y));
    }

    private Picture Flats(Picture? hints, int seed, HintReach reach = HintReach.Free) =>
        _colorizer.Colorize(TestDrawing.TwoRooms().Picture, hints, new ColorizationOptions { Result = ResultKind.Flats, Seed = seed, Reach = reach }).Picture;

    private static LoadedModel Guessing()
    {
        LoadedModel model = ModelFolder.Load(TestModels.BundledFolder);
        ReadingManifest manifest = InkReading.Manifest(outputChannels: 5) with { Colors = [0xFFFFFF, Red, Blue] };
        float[] bias = [-InkReading.Slope / 2, 0, -9, 0, 0];
        ReadingWeights weights = ReadingWeights.Check(
            manifest, TestModels.With(InkReading.Weights(outputChannels: 5), SafetensorsTensor.FromSingles("dc0.bias", [5], bias)), "guessing");
        return model with { Manifest = model.Manifest with { Reading = manifest }, Reading = weights };
    }
}
