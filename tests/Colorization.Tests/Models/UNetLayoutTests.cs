using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Tests.Models;

public sealed class UNetLayoutTests
{
    [Fact]
    public void Tensors_ThirteenOutputs_ChangeTheLastLayerAlone()
    {
        var usual = new UNetLayout(1, 16);
        var more = new UNetLayout(1, 16, outputChannels: 13);

        Assert.Equal([13, 32, 3, 3], more.Tensors.Single(tensor => tensor.Name == "dc0.weight").Shape);
        Assert.Equal([13], more.Tensors.Single(tensor => tensor.Name == "dc0.bias").Shape);
        foreach (var (expected, tensor) in usual.Tensors.Zip(more.Tensors).SkipLast(2))
            Assert.Equivalent(expected, tensor, strict: true);
        Assert.Throws<ArgumentOutOfRangeException>(() => new UNetLayout(1, 16, outputChannels: 0));
    }

    [Fact]
    public void TrainableParameterCount_OfTheArticle_IsTheArticlesNumber() =>
        Assert.Equal(18_639_619, new UNetLayout(4, 32).TrainableParameterCount);

    [Fact]
    public void Tensors_OfTheBundledModel_AreThoseOfItsFile()
    {
        var saved = SafetensorsFile.Read(Path.Combine(TestModels.BundledFolder, "stage1.safetensors")).Tensors.ToDictionary(tensor => tensor.Name, tensor => tensor.Shape);

        var layout = new UNetLayout(9, 16);

        Assert.Equal(saved.Keys.Order(StringComparer.Ordinal), layout.Tensors.Select(tensor => tensor.Name).Order(StringComparer.Ordinal));
        Assert.All(layout.Tensors, tensor => Assert.Equal(saved[tensor.Name], tensor.Shape));
    }

    [Theory]
    [InlineData("c0.weight", new long[] { 32, 4, 3, 3 })]
    [InlineData("c7.weight", new long[] { 512, 256, 4, 4 })]
    [InlineData("dc8.weight", new long[] { 1024, 512, 4, 4 })]
    [InlineData("dc7.weight", new long[] { 256, 512, 3, 3 })]
    [InlineData("dc2.weight", new long[] { 128, 64, 4, 4 })]
    [InlineData("dc0.weight", new long[] { 3, 64, 3, 3 })]
    [InlineData("bnd8.running_var", new long[] { 512 })]
    public void Tensors_OfTheArticle_HaveTheArticlesShapes(string name, long[] shape) =>
        Assert.Equal(shape, new UNetLayout(4, 32).Tensors.Single(tensor => tensor.Name == name).Shape);

    [Theory]
    [InlineData(0, 32)]
    [InlineData(4, 0)]
    [InlineData(4, 129)]
    public void Constructor_OutOfRange_Throws(int inputChannels, int baseChannels) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new UNetLayout(inputChannels, baseChannels));
}
