using PaintDotNet.Effects;
using PaintDotNet.PropertySystem;
using PdnColorize.Effect.Layers;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Effect.Dialog;

/// <summary>What the user chose.</summary>
internal sealed record EffectSettings
{
    /// <summary>Which layers hold the lines.</summary>
    public string LineArt { get; init; } = LayerChoice.Automatic;

    /// <summary>Which layer holds the hints.</summary>
    public string Hints { get; init; } = LayerChoice.Automatic;

    /// <summary>What is painted.</summary>
    public string Result { get; init; } = Choices.Colors;

    /// <summary>How far hints reach.</summary>
    public string Reach { get; init; } = Choices.Free;

    /// <summary>Name of the model.</summary>
    public string Model { get; init; } = InstalledModels.Default;

    /// <summary>Pixels; 0 to estimate it.</summary>
    public int LineWidth { get; init; }

    /// <summary>0..100.</summary>
    public int ColorStrength { get; init; } = 100;

    /// <summary>How often the user pressed the button: each time for another guess.</summary>
    public int ColorAgain { get; init; }

    /// <summary>Reads them; what a token does not have, as one of another version, is as if never changed.</summary>
    public static EffectSettings From(PropertyBasedEffectConfigToken? token)
    {
        EffectSettings usual = new();
        return token is null ? usual : new EffectSettings
        {
            LineArt = Text(AutoColorizeProperty.LineArt, usual.LineArt),
            Hints = Text(AutoColorizeProperty.Hints, usual.Hints),
            Result = Text(AutoColorizeProperty.Result, usual.Result),
            Reach = Text(AutoColorizeProperty.Reach, usual.Reach),
            Model = Text(AutoColorizeProperty.Model, usual.Model),
            LineWidth = Number(AutoColorizeProperty.LineWidth, usual.LineWidth),
            ColorStrength = Math.Clamp(Number(AutoColorizeProperty.ColorStrength, usual.ColorStrength), 0, 100),
            ColorAgain = Math.Max(Number(AutoColorizeProperty.ColorAgain, usual.ColorAgain), 0),
        };

        string Text(AutoColorizeProperty name, string otherwise) => token.GetProperty<StaticListChoiceProperty>(name)?.Value as string ?? otherwise;

        int Number(AutoColorizeProperty name, int otherwise) => token.GetProperty<Int32Property>(name)?.Value ?? otherwise;
    }

    /// <summary>What of it the daemon is told.</summary>
    /// <param name="activeHoldsLines">Whether the result replaces lines: then it must hold them.</param>
    public ColorizeSettings ToRequest(bool activeHoldsLines) => new()
    {
        Model = Model == InstalledModels.Default ? null : Model,
        Result = Result switch
        {
            Choices.Flats => ResultKind.Flats,
            Choices.Colors when !activeHoldsLines => ResultKind.Colors,
            _ => ResultKind.Composite,
        },
        Reach = Reach == Choices.Regions ? HintReach.Regions : HintReach.Free,
        LineWidth = LineWidth > 0 ? LineWidth : null,
        Seed = ColorAgain,
    };
}
