namespace PdnColorize.Colorization;

/// <summary>How far a hint's colour reaches.</summary>
public enum HintReach
{
    /// <summary>The network spreads it: a dot on one lock of hair may colour all the hair.</summary>
    Free,

    /// <summary>It changes only the closed regions that it touches; all others keep the colours they have without it, to the byte.</summary>
    Regions,
}
