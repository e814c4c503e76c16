using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Colorization.Tests.Drawings;
using static TorchSharp.torch;

namespace PdnColorize.Colorization.Tests.Networks;

[Collection(OneAtATime.Name)]
public sealed class ReadingNetworkTests
{
    [Theory]
    [InlineData(64, 48)]
    [InlineData(33, 50)]
    [InlineData(1, 1)]
    public void Read_AnySize_GivesTheSigmoidOfTheLogitAtEachPixel(int width, int height)
    {
        Plane<byte> lines = new(width, height);
        new Random(8).NextBytes(lines.Data);
        using ReadingNetwork network = new(InkReading.Checked(), CPU, ScalarType.Float32);

        Plane<byte> strength = network.Read(lines, CancellationToken.None).Borders.Strength;

        Assert.Equal((width, height), (strength.Width, strength.Height));
        for (int i = 0; i < lines.Length; i++) Assert.InRange(strength.Data[i] - InkReading.Strength(1 - (lines.Data[i] / 255.0)), -1, 1);
    }

    [Fact]
    public void Read_NetworkWithAnEmbedding_TakesTheBorderFromTheFirstOutput()
    {
        Plane<byte> lines = new(32, 32);
        new Random(8).NextBytes(lines.Data);
        using ReadingNetwork alone = new(InkReading.Checked(), CPU, ScalarType.Float32);
        using ReadingNetwork more = new(InkReading.Checked(outputChannels: 13), CPU, ScalarType.Float32);

        Assert.Equal(alone.Read(lines, CancellationToken.None).Borders.Strength.Data, more.Read(lines, CancellationToken.None).Borders.Strength.Data);
    }

    [Theory]
    [InlineData(512, 512, 256, 256)]
    [InlineData(3000, 1500, 256, 128)]
    [InlineData(100, 75, 256, 192)]
    [InlineData(512, 1536, 128, 384)]
    [InlineData(16384, 100, 1024, 6)]
    public void SizeFor_Drawing_HasTheModelsLongSideUnlessItIsAStrip(int width, int height, int readWidth, int readHeight)
    {
        using ReadingNetwork network = new(InkReading.Checked(), CPU, ScalarType.Float32);

        Assert.Equal(new PictureSize(readWidth, readHeight), network.SizeFor(width, height));
    }

    [Fact]
    public void Read_HairlineInALargeDrawing_IsSeen()
    {
        LineArtMap lineArt = LineArtPreparation.Prepare(TestDrawing.Paper(2000, 2000).Fill(998, 0, 2, 2000, 0).Picture, LineArtOptions.Default);
        using ReadingNetwork network = new(InkReading.Checked(), CPU, ScalarType.Float32);

        Plane<byte> strength = network.Read(lineArt, CancellationToken.None).Borders.Strength;

        Assert.All(Enumerable.Range(0, 256), y => Assert.InRange(strength.Row(y).ToArray().Max(), 128, 255));
        Assert.InRange(strength[20, 128], 0, 2);
    }

    [Fact]
    public void Read_Cancelled_Stops()
    {
        using ReadingNetwork network = new(InkReading.Checked(), CPU, ScalarType.Float32);

        Assert.Throws<OperationCanceledException>(() => network.Read(new Plane<byte>(16, 16), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Read_NetworkThatGivesInfinity_IsAnErrorWithAReason()
    {
        IReadOnlyList<SafetensorsTensor> weights = Models.TestModels.With(InkReading.Weights(), SafetensorsTensor.FromSingles("dc0.bias", [1], [3e38f]));
        float[] huge = [.. Enumerable.Repeat(3e38f, 18)];
        ReadingWeights checkedWeights = ReadingWeights.Check(
            InkReading.Manifest(), Models.TestModels.With(weights, SafetensorsTensor.FromSingles("dc0.weight", [1, 2, 3, 3], huge)), "huge");
        using ReadingNetwork network = new(checkedWeights, CPU, ScalarType.Float32);

        Assert.Throws<ColorizationException>(() => network.Read(new Plane<byte>(16, 16), CancellationToken.None));
    }
}
