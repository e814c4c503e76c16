namespace PdnColorize.Protocol.Messages;

/// <summary>What a colorization paints.</summary>
public enum ResultKind
{
    /// <summary>One that this version does not know; refused.</summary>
    Unknown,

    /// <summary>The drawing over its colours.</summary>
    Composite,

    /// <summary>Colours without lines, for a layer under the drawing.</summary>
    Colors,

    /// <summary>One flat colour for each closed region.</summary>
    Flats,
}
