namespace PdnColorize.Effect.Dialog;

/// <summary>Values of the dialog's lists other than layers and models. Texts, which stay the same when the effect is loaded anew.</summary>
internal static class Choices
{
    /// <summary>Result: colours for a layer under the lines.</summary>
    public const string Colors = "colors";

    /// <summary>Result: colours and lines.</summary>
    public const string ColorsWithLines = "colorsWithLines";

    /// <summary>Result: one flat colour for each closed region.</summary>
    public const string Flats = "flats";

    /// <summary>Reach: as far as the network finds fitting.</summary>
    public const string Free = "free";

    /// <summary>Reach: the touched regions.</summary>
    public const string Regions = "regions";

    /// <summary>Largest line width that can be set; wider lines are estimated well.</summary>
    public const int MaxLineWidth = 50;
}
