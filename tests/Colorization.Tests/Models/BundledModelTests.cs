using PdnColorize.Colorization.Models;

namespace PdnColorize.Colorization.Tests.Models;

/// <summary>The model that is shipped, as it is shipped.</summary>
public sealed class BundledModelTests
{
    [Fact]
    public void Load_BundledModel_IsWholeAndSaysWhatItsCardSays()
    {
        var model = ModelFolder.Load(TestModels.BundledFolder);

        Assert.Equal(ModelPreset.Faithful, model.Manifest.Preset);
        Assert.Equal(ModelColorSpace.Rgb, model.Manifest.ColorSpace);
        Assert.Equal(new ValueRange(-1, 1), model.Manifest.ValueRange);
        Assert.Equal(new ValueRange(-1, 1), model.Manifest.LineRange);
        Assert.Equal("CC-BY-SA-4.0", model.Manifest.Licence);
        var stage = Assert.Single(model.Stages);
        Assert.Equal((9, 16), (stage.Layout.InputChannels, stage.Layout.BaseChannels));
        Assert.True(stage.Settings.IsResidual);
        Assert.Equal(
            [InputPlane.Line, InputPlane.Hint, InputPlane.HintMask, InputPlane.Propagated, InputPlane.PropagatedConfidence],
            stage.Settings.Inputs);
        Assert.Equal(
            new HintPropagation { DistanceCap = 4, LineWeight = 3, PaperThreshold = 150, ConfidenceSlope = 3, ConfidenceCenter = 0.3 },
            model.Manifest.Hints.Propagated);
    }

    [Fact]
    public void BundledModel_Licence_IsOnTheCardAndTheAttributionIsThere()
    {
        var manifest = ModelFolder.Open(TestModels.BundledFolder).Manifest;
        var attribution = File.ReadAllText(Path.Combine(TestModels.BundledFolder, manifest.Attribution));

        Assert.Contains("CC BY-SA 4.0", File.ReadAllText(Path.Combine(TestModels.BundledFolder, "README.md")), StringComparison.Ordinal);
        // One author of each kind of source: collection, story, book, picture.
        Assert.All(
            (string[])["Mulberry Symbols", "Wiehan de Jager", "Nicola Rijsdijk", "Nicu Buculei"],
            name => Assert.Contains(name, attribution, StringComparison.Ordinal));
    }
}
