using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using TorchSharp;

namespace PdnColorize.Colorization.Tests.Networks;

/// <summary>Tiles when memory is short, with functions in the network's place whose results are known.</summary>
public sealed class TiledPassTests
{
    [Fact]
    public void Run_MemoryIsThere_PassesOnce()
    {
        int passes = 0;
        float[] output = TiledPass.Run(Planes(640, 640), 3, new PictureSize(640, 640), (planes, _) => { passes++; return planes; }, default);

        Assert.Equal(1, passes);
        Assert.Equal(Planes(640, 640), output);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void Run_MemoryForTilesOnly_GivesTheSameFunction(int largestSide)
    {
        PictureSize size = new(1040, 336);

        float[] output = TiledPass.Run(Planes(size.Width, size.Height), 3, size, (planes, tile) => LimitedIdentity(planes, tile, largestSide), default);

        // A function without seams has none after blending.
        float[] expected = Planes(size.Width, size.Height);
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], output[i], 1e-3f);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Run_ResidualStageInTiles_GivesWhatTheWholePictureGives(int stageIndex)
    {
        // A network that gives 0: what remains is made of the stage's inputs alone, pixel by pixel, so that tiles must not be seen at all.
        IReadOnlyList<InputPlane> inputs = InputPlanes.Expected(ModelPreset.Faithful, stageIndex, propagated: true);
        StageManifest stage = new() { File = "s", InputChannels = inputs.ChannelCount(), BaseChannels = 1, ShortSide = 512, Inputs = inputs, IsResidual = true };
        PictureSize size = new(656, 528);
        Random random = new(5);
        float[] planes = [.. Enumerable.Range(0, stage.InputChannels * size.Width * size.Height).Select(_ => random.NextSingle())];
        int tiles = 0;

        float[] whole = Complete(planes, size);
        float[] tiled = TiledPass.Run(planes, stage.InputChannels, size, (part, tile) =>
        {
            tiles++;
            return Complete(LimitedIdentity(part, tile, largestSide: 256), tile);
        }, default);

        Assert.True(tiles > 4);
        for (int i = 0; i < whole.Length; i++) Assert.Equal(whole[i], tiled[i], 1e-5f);

        float[] Complete(float[] part, PictureSize partSize)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            torch.Tensor tensor = torch.tensor(part, [1, stage.InputChannels, partSize.Height, partSize.Width]);
            torch.Tensor nothing = torch.zeros(1, 3, partSize.Height, partSize.Width);
            return StageOutput.Complete(nothing, tensor, stage).contiguous().data<float>().ToArray();
        }
    }

    [Fact]
    public void Run_NotEvenTheSmallestTile_Throws() =>
        Assert.Throws<OutOfMemoryException>(() =>
            TiledPass.Run(Planes(640, 640), 3, new PictureSize(640, 640), (planes, tile) => LimitedIdentity(planes, tile, 64), default));

    [Fact]
    public void Run_OtherFailure_IsNotRetried()
    {
        int passes = 0;
        Assert.Throws<InvalidDataException>(() =>
            TiledPass.Run(Planes(640, 640), 3, new PictureSize(640, 640), (_, _) => { passes++; throw new InvalidDataException(); }, default));
        Assert.Equal(1, passes);
    }

    [Fact]
    public void Run_CancelledBetweenTiles_Stops()
    {
        using CancellationTokenSource cancellation = new();
        int passes = 0;

        Assert.Throws<OperationCanceledException>(() => TiledPass.Run(Planes(1040, 1040), 3, new PictureSize(1040, 1040), (planes, tile) =>
        {
            float[] output = LimitedIdentity(planes, tile, 256);
            if (++passes == 3) cancellation.Cancel();
            return output;
        }, cancellation.Token));
        Assert.Equal(3, passes);
    }

    private static float[] LimitedIdentity(float[] planes, PictureSize size, int largestSide)
    {
#pragma warning disable CA2201 // Stands in for the runtime.
        if (Math.Max(size.Width, size.Height) > largestSide) throw new OutOfMemoryException();
#pragma warning restore CA2201
        return planes;
    }

    private static float[] Planes(int width, int height)
    {
        float[] planes = new float[3 * width * height];
        for (int i = 0; i < planes.Length; i++) planes[i] = (i % width) - (i / width % height) + (1000f * (i / (width * height)));
        return planes;
    }
}
