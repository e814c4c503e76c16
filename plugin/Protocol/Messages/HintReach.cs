namespace PdnColorize.Protocol.Messages;

/// <summary>How far a hint's colour reaches.</summary>
public enum HintReach
{
    /// <summary>One that this version does not know; refused.</summary>
    Unknown,

    /// <summary>As far as the network finds fitting.</summary>
    Free,

    /// <summary>Only the closed regions that the hint touches.</summary>
    Regions,
}
