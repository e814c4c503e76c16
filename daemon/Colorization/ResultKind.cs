namespace PdnColorize.Colorization;

/// <summary>What a colorization paints.</summary>
public enum ResultKind
{
    /// <summary>The drawing multiplied over its colours.</summary>
    Composite,

    /// <summary>Colours without lines, for a layer under the drawing.</summary>
    Colors,

    /// <summary>One flat colour for each closed region, or for each hint's part of one, without anti-aliasing, for the paint bucket and the magic wand. Hint pixels keep their colour.</summary>
    Flats,
}
