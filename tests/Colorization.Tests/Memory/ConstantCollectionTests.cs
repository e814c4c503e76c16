using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Tests.Drawings;
using PdnColorize.Colorization.Tests.Models;
using PdnColorize.Tests.Memory;
using TorchSharp;

namespace PdnColorize.Colorization.Tests.Memory;

/// <summary>Everything that colours with a network, while another thread collects garbage all the time: the same numbers as in peace.</summary>
[Collection(MemoryTests.Name)]
public sealed class ConstantCollectionTests
{
    private const int Repetitions = 6;

    [Theory]
    [InlineData(NetworkPrecision.Full)]
    [InlineData(NetworkPrecision.BFloat16)]
    public void Colorize_WhileGarbageIsCollected_GivesTheSamePixels(NetworkPrecision precision)
    {
        // libtorch computes in bfloat16 on every processor, if slowly: a small network will do.
        LoadedModel model = new("", Manifest, [.. Manifest.Stages.Zip(TestModels.RandomWeights(Manifest), (stage, weights) => StageWeights.Check(stage, weights, "random"))]);
        Picture drawing = TestDrawing.TwoRooms(96, 96).Picture;
        Picture hints = TestDrawing.Transparent(96, 96).Fill(20, 20, 8, 8, 0xC04020).Picture;

        AssertUndisturbed(() =>
        {
            // Loading folds the weights.
            using Colorizer colorizer = new(model, ComputeDevice.Cpu, precision);
            return colorizer.Colorize(drawing, hints, ColorizationOptions.Default).Picture.Pixels;
        });
    }

    [Fact]
    public void TiledPass_WhileGarbageIsCollected_GivesTheSameNumbers()
    {
        StageManifest stage = Manifest.Stages[1];
        using FoldedUNet network = new(StageWeights.Check(stage, TestModels.RandomWeights(Manifest)[1], "random"), torch.CPU, torch.ScalarType.Float32);
        PictureSize size = new(192, 144);
        Random random = new(5);
        float[] planes = [.. Enumerable.Range(0, stage.InputChannels * size.Width * size.Height).Select(_ => random.NextSingle())];

        AssertUndisturbed(() => TiledPass.Run(planes, stage.InputChannels, size, Pass, default));

        float[] Pass(float[] part, PictureSize tile)
        {
#pragma warning disable CA2201 // Stands in for the runtime.
            if (tile.Width > 128) throw new OutOfMemoryException();
#pragma warning restore CA2201
            using DisposeScope scope = torch.NewDisposeScope();
            torch.Tensor input = torch.tensor(part, [1, stage.InputChannels, tile.Height, tile.Width]);
            return StageOutput.Complete(network.Run(input), input, stage).contiguous().data<float>().ToArray();
        }
    }

    private static ModelManifest Manifest
    {
        get
        {
            ModelManifest faithful = TestModels.Faithful();
            return faithful with { Stages = [.. faithful.Stages.Select(stage => stage with { IsResidual = true })] };
        }
    }

    private static void AssertUndisturbed<T>(Func<T[]> run)
    {
        T[] calm = run();
        using ConstantCollection collection = new();
        for (int i = 0; i < Repetitions; i++) Assert.Equal(calm, run());
    }
}
