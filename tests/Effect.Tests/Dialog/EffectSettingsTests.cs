using PdnColorize.Effect.Dialog;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Effect.Tests.Dialog;

public sealed class EffectSettingsTests
{
    [Theory]
    [InlineData(Choices.Colors, false, ResultKind.Colors)]
    [InlineData(Choices.Colors, true, ResultKind.Composite)]
    [InlineData(Choices.ColorsWithLines, false, ResultKind.Composite)]
    [InlineData(Choices.ColorsWithLines, true, ResultKind.Composite)]
    [InlineData(Choices.Flats, false, ResultKind.Flats)]
    [InlineData(Choices.Flats, true, ResultKind.Flats)]
    public void ToRequest_Result_NeverLosesTheLinesOfTheActiveLayer(string result, bool activeHoldsLines, ResultKind expected) =>
        Assert.Equal(expected, new EffectSettings { Result = result }.ToRequest(activeHoldsLines).Result);

    [Fact]
    public void ToRequest_UsualSettings_LeavesModelAndLineWidthToTheDaemon() =>
        Assert.Equal(new ColorizeSettings { Result = ResultKind.Colors, Reach = HintReach.Free }, new EffectSettings().ToRequest(activeHoldsLines: false));

    [Fact]
    public void ToRequest_OtherSettings_ArePassedOn() => Assert.Equal(
        new ColorizeSettings { Result = ResultKind.Colors, Reach = HintReach.Regions, Model = "mine", LineWidth = 7, Seed = 3 },
        new EffectSettings { Reach = Choices.Regions, Model = "mine", LineWidth = 7, ColorAgain = 3 }.ToRequest(activeHoldsLines: false));
}
