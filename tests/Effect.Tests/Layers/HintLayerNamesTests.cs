using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Tests.Support;
using PdnColorize.Effect.Texts;

namespace PdnColorize.Effect.Tests.Layers;

public sealed class HintLayerNamesTests
{
    [Theory]
    [InlineData("hint", true)]
    [InlineData("Hints", true)]
    [InlineData("My COLOR HINTS 2", true)]
    [InlineData("ヒント", true)]
    [InlineData("色のヒント", true)]
    [InlineData("ﾋﾝﾄ用", true)]
    [InlineData("HINTS", true)]
    [InlineData("my hint 2", true)]
    [InlineData("color-hints", true)]
    [InlineData("hints2", true)]
    [InlineData("hintLayer", true)]
    [InlineData("colorHints", true)]
    [InlineData("色のhint用", true)]
    [InlineData("", false)]
    [InlineData("Hintergrund", false)]
    [InlineData("HINTERGRUND", false)]
    [InlineData("Hinterhof", false)]
    [InlineData("Shinto", false)]
    [InlineData("chintz", false)]
    [InlineData("Hintergrund, hints", true)]
    [InlineData("Background", false)]
    [InlineData("hin t", false)]
    [InlineData("線画", false)]
    public void Matches_NamesInBothLanguages_AreFoundWhateverPaintNetsLanguage(string name, bool expected) =>
        Assert.Equal(expected, HintLayerNames.Matches(name, EffectTexts.AllHintLayerNames));

    [Fact]
    public void Find_Several_TakesTheTopmostThatIsShown() => Assert.Equal(1, Find(Layer("hint"), Layer("hint"), Layer("hint", visible: false), Layer("ink")));

    [Fact]
    public void Find_HiddenOnly_TakesTheTopmostOfThem() => Assert.Equal(1, Find(Layer("hint", visible: false), Layer("ヒント", visible: false), Layer("ink")));

    [Fact]
    public void Find_NoSuchName_IsNull() => Assert.Null(Find(Layer("ink"), Layer("colours")));

    [Fact]
    public void Find_TheLayerOfTheLines_IsNotTaken() => Assert.Null(HintLayerNames.Find([Layer("ink with hints")], EffectTexts.AllHintLayerNames, except: 0));

    private static int? Find(params ILayer[] layers) => HintLayerNames.Find(layers, EffectTexts.AllHintLayerNames, except: null);

    private static TestLayer Layer(string name, bool visible = true) => new(name, 1, 1) { Visible = visible };
}
