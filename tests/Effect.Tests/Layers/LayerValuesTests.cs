using PdnColorize.Effect.Layers;

namespace PdnColorize.Effect.Tests.Layers;

public sealed class LayerValuesTests
{
    [Fact]
    public void Of_SeveralLayersOfOneName_NumbersThemFromTheTop() =>
        Assert.Equal(["layer:ink (3)", "layer:paper", "layer:ink (2)", "layer:ink"], LayerValues.Of(["ink", "paper", "ink", "ink"]));

    [Fact]
    public void Of_ALayerThatIsCalledLikeANumberedOne_KeepsItsName() =>
        Assert.Equal(["layer:ink (3)", "layer:ink (2)", "layer:ink"], LayerValues.Of(["ink", "ink (2)", "ink"]));

    [Fact]
    public void Of_NamesWithoutLetters_AreAllDifferent()
    {
        string[] values = LayerValues.Of(["", "", "layer:", " "]);

        Assert.Equal(values.Length, values.Distinct().Count());
    }

    [Theory]
    [InlineData("ink")]
    [InlineData("線画")]
    [InlineData("layer:x")]
    public void NameIn_AValue_IsTheLayersName(string name) => Assert.Equal(name, LayerValues.NameIn(LayerValues.Of([name])[0]));
}
