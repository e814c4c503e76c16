namespace PdnColorize.Effect.Dialog;

/// <summary>The effect's settings, by the names that Paint.NET keeps them under. In the dialog's order.</summary>
internal enum AutoColorizeProperty
{
    /// <summary>Which layers hold the lines; a text, see <see cref="Layers.LayerChoice"/>.</summary>
    LineArt,

    /// <summary>Which layer holds the hints; a text.</summary>
    Hints,

    /// <summary>What is painted; a text, see <see cref="Choices"/>.</summary>
    Result,

    /// <summary>How far hints reach; a text.</summary>
    Reach,

    /// <summary>Name of the model.</summary>
    Model,

    /// <summary>Pixels; 0 to estimate it.</summary>
    LineWidth,

    /// <summary>0..100.</summary>
    ColorStrength,

    /// <summary>Counts how often the button was pressed: the seed of the guess. As part of the token it is the same for OK and Repeat.</summary>
    ColorAgain,

    /// <summary>A link.</summary>
    LogFolder,
}
