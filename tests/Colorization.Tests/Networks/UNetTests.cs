using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Colorization.Tests.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Colorization.Tests.Networks;

[Collection(OneAtATime.Name)]
public sealed class UNetTests
{
    /// <summary>The largest difference that another order of additions explains.</summary>
    private const double Tolerance = 1e-4;

    [Fact]
    public void UNet_FourInputChannels_HasTheArticlesNumberOfParameters()
    {
        using UNet network = new(inputChannels: 4);

        Assert.Equal(18_639_619, network.parameters().Sum(p => p.numel()));
    }

    [Fact]
    public void UNet_OneOutputChannel_GivesOnePlane()
    {
        using DisposeScope scope = NewDisposeScope();
        using UNet network = new(inputChannels: 3, baseChannels: 2, outputChannels: 1);

        Assert.Equal([2, 1, 32, 16], network.call(zeros([2, 3, 32, 16])).shape);
    }

    [Fact]
    public void UNet_TensorNamesAndShapes_AreTheLayouts()
    {
        using UNet network = new(inputChannels: 9, baseChannels: 2);

        IReadOnlyList<SafetensorsTensor> saved = WeightTensors.Save(network, SafetensorsDataType.F32);

        Assert.Equal(
            new UNetLayout(9, 2).Tensors.Select(t => $"{t.Name} [{string.Join(", ", t.Shape)}]").Order(),
            saved.Select(t => $"{t.Name} [{string.Join(", ", t.Shape)}]").Order());
    }

    [Fact]
    public void UNet_PyTorchsFixture_GivesItsOutput()
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor input, Tensor expected) = Fixture("unet.safetensors");
        using UNet network = new(inputChannels: 4);
        network.eval();
        Load(network, FormulaWeights.For(new UNetLayout(4, 32)));

        using var noGradients = no_grad();
        Assert.InRange(LargestDifference(network.call(input), expected), 0, Tolerance);
    }

    [Fact]
    public void FoldedUNet_PyTorchsFixture_GivesItsOutput()
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor input, Tensor expected) = Fixture("unet.safetensors");
        ModelManifest manifest = TestModels.Classic(baseChannels: 32);
        StageWeights weights = StageWeights.Check(manifest.Stages[0], FormulaWeights.For(new UNetLayout(4, 32)), "formula");
        using FoldedUNet network = new(weights, CPU, ScalarType.Float32);

        double scale = expected.abs().max().item<float>();
        Assert.InRange(LargestDifference(network.Run(input), expected), 0, Tolerance * scale);
    }

    [Fact]
    public void FoldedUNet_BundledWeights_GiveWhatPyTorchGives()
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor input, Tensor expected) = Fixture("bundled.safetensors");
        LoadedModel model = ModelFolder.Load(TestModels.BundledFolder);
        using FoldedUNet network = new(model.Stages[0], CPU, ScalarType.Float32);

        Assert.InRange(LargestDifference(network.Run(input), expected), 0, Tolerance);
    }

    [Fact]
    public void FoldedUNet_BFloat16_StaysWithinAPercentOfTheRange()
    {
        using DisposeScope scope = NewDisposeScope();
        (Tensor input, Tensor expected) = Fixture("unet.safetensors");
        StageWeights weights = StageWeights.Check(TestModels.Classic(baseChannels: 32).Stages[0], FormulaWeights.For(new UNetLayout(4, 32)), "formula");
        using FoldedUNet network = new(weights, CPU, ScalarType.BFloat16);

        double range = (expected.max() - expected.min()).item<float>();
        Assert.InRange(LargestDifference(network.Run(input), expected), Tolerance, 0.015 * range);
    }

    [Fact]
    public void FoldedUNet_Cancelled_StopsBetweenLayers()
    {
        using DisposeScope scope = NewDisposeScope();
        ModelManifest manifest = TestModels.Classic();
        using FoldedUNet network = new(StageWeights.Check(manifest.Stages[0], TestModels.RandomWeights(manifest)[0], "random"), CPU, ScalarType.Float32);

        Assert.Throws<OperationCanceledException>(() => network.Run(zeros([1, 4, 16, 16]), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void FoldedUNet_OneLayerAfterTheOther_FreesWhatIsNoLongerNeeded()
    {
        using DisposeScope scope = NewDisposeScope();
        ModelManifest manifest = TestModels.Classic();
        using FoldedUNet network = new(StageWeights.Check(manifest.Stages[0], TestModels.RandomWeights(manifest)[0], "random"), CPU, ScalarType.Float32);
        Tensor input = zeros([1, 4, 64, 64]);
        // The peak is the process's: with as many tensors as there ever were, it moves with the network's.
        while (Tensor.TotalCount < Tensor.PeakCount) zeros(1);
        long before = Tensor.TotalCount;

        network.Run(input);

        // The five skips, and a handful of views and joins while a layer runs; all 19 layers' results and their views would be more than 60.
        Assert.InRange(Tensor.PeakCount - before, 1, 20);
    }

    [Fact]
    public void FoldedUNet_WeightsThatCannotBeBuilt_LeavesNoTensorBehind()
    {
        ModelManifest manifest = TestModels.Classic();
        StageWeights weights = StageWeights.Check(manifest.Stages[0], TestModels.RandomWeights(manifest)[0], "random");
        long before = Tensor.TotalCount;

        // There is no such device here, whatever the machine has.
        Assert.ThrowsAny<Exception>(() => new FoldedUNet(weights, device("cuda:77"), ScalarType.Float32));

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Discriminator_ThreeChannels_HasAboutOneMillionParametersAndTwoScores()
    {
        using DisposeScope scope = NewDisposeScope();
        using Discriminator network = new(inputChannels: 3, size: 128);
        network.eval();

        Assert.InRange(network.parameters().Sum(p => p.numel()), 900_000, 940_000);
        Assert.Equal([2, 2], network.call(zeros([2, 3, 128, 128])).shape);
    }

    private static (Tensor Input, Tensor Output) Fixture(string name)
    {
        SafetensorsFile file = SafetensorsFile.Read(Path.Combine(AppContext.BaseDirectory, "fixtures", name));
        return (WeightTensors.ToTensor(file.Find("input")!), WeightTensors.ToTensor(file.Find("output")!));
    }

    private static void Load(UNet network, IReadOnlyList<SafetensorsTensor> weights)
    {
        string path = Path.GetTempFileName();
        try
        {
            SafetensorsWriter.Write(path, weights);
            WeightTensors.Load(network, SafetensorsFile.Read(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static double LargestDifference(Tensor a, Tensor b) => (a - b).abs().max().item<float>();
}
