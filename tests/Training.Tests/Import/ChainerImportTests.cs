using System.Text.Json;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Training.Export;
using PdnColorize.Training.Import;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training.Tests.Import;

public sealed class ChainerImportTests : IDisposable
{
    private const int Side = 32;
    private static readonly ModelCard Card = new() { Name = "article", DisplayName = "Article", Licence = "MIT" };
    private static readonly string First = Path.Combine(AppContext.BaseDirectory, "fixtures", "chainer-stage1.npz");
    private static readonly string Second = Path.Combine(AppContext.BaseDirectory, "fixtures", "chainer-stage2.npz");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_BothStages_PaintWhatPyTorchPaintsWithChainersEpsilon()
    {
        ChainerImport.Write(First, Second, _folder.File("article"), Card);

        LoadedModel model = ModelFolder.Load(_folder.File("article"));
        Assert.Equal((ModelPreset.Classic, ModelColorSpace.YuvOfBgr, 2), (model.Manifest.Preset, model.Manifest.ColorSpace, model.Stages.Count));
        Assert.Equal([-512, 128, 128], model.Manifest.Hints.Sentinel);
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "chainer.json")));
        for (int stage = 1; stage <= 2; stage++)
        {
            float[] result = Run(model.Stages[stage - 1]);
            float[] values = [.. expected.RootElement.GetProperty($"stage{stage}").EnumerateArray().Select(value => value.GetSingle())];
            Assert.All(values.Index(), item => Assert.Equal(item.Item, result[item.Index * 61], tolerance: 2e-4f));
        }
    }

    [Fact]
    public void Write_OneStage_GivesAModelOfOne()
    {
        ModelManifest manifest = ChainerImport.Write(First, second: null, _folder.File("article"), Card);

        StageManifest stage = Assert.Single(manifest.Stages);
        Assert.Equal((4, 2, 128), (stage.InputChannels, stage.BaseChannels, stage.ShortSide));
    }

    [Fact]
    public void Write_AFileThatIsNoNetwork_SaysSoAndWritesNothing()
    {
        string file = _folder.File("other.npz");
        NpzBytes.Write(file, ("fc/W", NpzBytes.Npy("<f4", "(1,)", new byte[4])));

        Assert.Contains("no array c0/W", Refusal(file), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.File("article")));
    }

    [Fact]
    public void Write_ALayerOfAnotherShape_NamesIt()
    {
        string file = _folder.File("other.npz");
        NpzBytes.Write(file, ("c0/W", NpzBytes.Npy("<f4", "(1, 4, 3, 3)", new byte[144])), ("c0/b", NpzBytes.Npy("<f4", "(2,)", new byte[8])));

        Assert.Contains("c0/b of shape (2) instead of (1)", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_NoZipFile_SaysSo()
    {
        File.WriteAllText(_folder.File("other.npz"), "nothing of the kind");

        Assert.Contains("cannot be read as an npz file", Refusal(_folder.File("other.npz")), StringComparison.Ordinal);
    }

    private static float[] Run(StageWeights weights)
    {
        using DisposeScope scope = NewDisposeScope();
        using var untracked = no_grad();
        // The formula of make_chainer.py.
        float[] input = [.. Enumerable.Range(0, 4 * Side * Side).Select(i => (float)Math.Sin(i * 0.37))];
        using FoldedUNet network = new(weights, CPU, ScalarType.Float32);
        return network.Run(tensor(input, [1, 4, Side, Side])).contiguous().data<float>().ToArray();
    }

    private string Refusal(string file) => Assert.Throws<TrainingException>(() => ChainerImport.Write(file, second: null, _folder.File("article"), Card)).Message;
}
