namespace PdnColorize.Colorization;

/// <summary>How far a hint's colour reaches.</summary>
public enum HintReach
{
    /// <summary>The network spreads it: a dot on one lock of hair may colour all the hair.</summary>
    Free,

    /// <summary>Its colour changes only the closed regions that it touches; not a byte of any other depends on it.</summary>
    Regions,
}
