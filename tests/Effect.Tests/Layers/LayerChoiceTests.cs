using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Messages;
using PdnColorize.Effect.Result;
using PdnColorize.Effect.Tests.Support;
using PdnColorize.Effect.Texts;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Effect.Tests.Layers;

public sealed class LayerChoiceTests
{
    private const uint Skin = 0xFFF0C8A0;

    [Fact]
    public void Decide_EmptyLayerUnderTheLines_ColoursTheLines() =>
        Assert.Equal([2], Decide(active: 1, Paper(), New(), Ink()).LineArt);

    [Fact]
    public void Decide_LayerWithTheColoursOfAnEarlierRun_ColoursTheLinesAgain() =>
        Assert.Equal([2], Decide(active: 1, Paper(), Colors(), Ink()).LineArt);

    [Fact]
    public void Decide_TheLinesOwnLayer_ColoursIt() => Assert.Equal([0], Decide(active: 0, InkOnPaper()).LineArt);

    [Fact]
    public void Decide_LinesOnSeveralLayers_TakesThemAll()
    {
        LayerRoles roles = Decide(active: 1, Paper(), New(), Ink("face"), Ink("body"));

        Assert.Equal([2, 3], roles.LineArt);
        Assert.True(roles.IsComposed);
    }

    [Fact]
    public void Decide_HiddenLines_AreNotTaken() =>
        Assert.Equal([2], Decide(active: 1, Paper(), New(), Ink(), new TestLayer("old ink", 320, 240) { Visible = false }.DrawFrames(TestLayer.Black)).LineArt);

    [Fact]
    public void Decide_NothingThatLooksLikeLines_TakesAllThatIsShownButTheActiveLayer() =>
        Assert.Equal([0], Decide(active: 1, Painting(), Colors()).LineArt);

    [Fact]
    public void Decide_OneLayerThatDoesNotLookLikeLines_TakesIt() => Assert.Equal([0], Decide(active: 0, Painting()).LineArt);

    [Theory]
    [InlineData(LayerChoice.Automatic)]
    [InlineData(LayerChoice.Active)]
    [InlineData(LayerChoice.Visible)]
    public void Decide_NothingOnAnyLayer_SaysThatThereAreNoLines(string lineArt)
    {
        DaemonException error = Assert.Throws<DaemonException>(() => Decide(new TestDocument(1, Paper(), New()), lineArt));

        Assert.Equal(DaemonErrorCode.NoLineArt, error.Code);
    }

    [Fact]
    public void Decide_ActiveLayer_IsTakenAsItIsWhateverItLooksLike()
    {
        LayerRoles roles = Decide(new TestDocument(1, InkOnPaper(), Colors()), LayerChoice.Active);

        Assert.Equal([1], roles.LineArt);
        Assert.False(roles.IsComposed);
    }

    [Fact]
    public void Decide_ActiveLayerThatIsEmpty_LooksForTheLines() =>
        Assert.Equal([2], Decide(new TestDocument(1, Paper(), New(), Ink()), LayerChoice.Active).LineArt);

    [Fact]
    public void Decide_AllVisibleLayers_LeavesOutTheHintsAndTheColours() =>
        Assert.Equal([0, 2], Decide(new TestDocument(1, Paper(), Colors(), Ink(), Hints()), LayerChoice.Visible).LineArt);

    [Fact]
    public void Decide_AllVisibleLayersFromTheLinesOwn_KeepsThem() =>
        Assert.Equal([0, 1], Decide(new TestDocument(1, Paper(), Ink(), Hints()), LayerChoice.Visible).LineArt);

    [Fact]
    public void Decide_LayerByName_IsTakenEvenWhenHidden()
    {
        TestLayer hidden = new TestLayer("sketch", 320, 240) { Visible = false, Opacity = 0.5 }.DrawFrames(TestLayer.Black);

        LayerRoles roles = Decide(new TestDocument(0, New(), Ink(), hidden), "layer:sketch");

        Assert.Equal([2], roles.LineArt);
        Assert.False(roles.IsComposed);
    }

    [Fact]
    public void Decide_NameThatThisDocumentDoesNotHave_SaysWhich()
    {
        EffectException error = Assert.Throws<EffectException>(() => Decide(new TestDocument(0, Ink()), "layer:outlines"));

        Assert.Equal("error.layerMissing", error.TextKey);
        Assert.Equal("outlines", error.Arguments["layer"]);
    }

    [Fact]
    public void Decide_HintsAutomatic_FindsTheLayerByItsName() => Assert.Equal(2, Decide(active: 0, New(), Ink(), Hints()).Hints);

    [Fact]
    public void Decide_HintsNone_LooksForNone() => Assert.Null(Decide(new TestDocument(0, New(), Ink(), Hints()), LayerChoice.Automatic, LayerChoice.None).Hints);

    [Fact]
    public void Decide_HintsOnALayerOfAnyName_TakesIt()
    {
        LayerRoles roles = Decide(new TestDocument(0, New(), Ink(), Ink("dots"), Hints()), LayerChoice.Automatic, "layer:dots");

        Assert.Equal(2, roles.Hints);
        Assert.DoesNotContain(2, roles.LineArt);
    }

    [Fact]
    public void Decide_OneLayerForBoth_IsRefused() =>
        Assert.Equal("error.sameLayer", Assert.Throws<EffectException>(() => Decide(new TestDocument(0, New(), Ink()), "layer:ink", "layer:ink")).TextKey);

    [Theory]
    [InlineData(LayerChoice.Automatic)]
    [InlineData("layer:hints")]
    public void Decide_TheHintsAreTheActiveLayer_IsRefusedBeforeTheyAreLost(string hints)
    {
        EffectException error = Assert.Throws<EffectException>(() => Decide(new TestDocument(2, New(), Ink(), Hints()), LayerChoice.Automatic, hints));

        Assert.Equal("error.activeIsHints", error.TextKey);
        Assert.Equal("hints", error.Arguments["layer"]);
    }

    private static LayerRoles Decide(int active, params TestLayer[] layers) => Decide(new TestDocument(active, layers), LayerChoice.Automatic);

    private static LayerRoles Decide(TestDocument document, string lineArt, string hints = LayerChoice.Automatic) =>
        new LayerChoice(document, EffectTexts.AllHintLayerNames, new OwnWork(OwnWork.DefaultBytes)).Decide(lineArt, hints, CancellationToken.None);

    private static TestLayer New() => new("Layer 2", 320, 240);

    private static TestLayer Paper() => new TestLayer("Background", 320, 240).Fill(TestLayer.White);

    private static TestLayer Ink(string name = "ink") => new TestLayer(name, 320, 240).DrawFrames(TestLayer.Black);

    private static TestLayer InkOnPaper() => Paper().DrawFrames(TestLayer.Black);

    private static TestLayer Hints() => new TestLayer("hints", 320, 240).Fill(50, 50, 4, 4, TestLayer.Red);

    private static TestLayer Colors() => new TestLayer("colours", 320, 240).Fill(TestLayer.White).Fill(20, 20, 150, 200, Skin).Fill(180, 40, 100, 90, TestLayer.Red);

    private static TestLayer Painting() => new TestLayer("painting", 320, 240).Fill(Skin).Fill(0, 100, 320, 140, TestLayer.Black);
}
