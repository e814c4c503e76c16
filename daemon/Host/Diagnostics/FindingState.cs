namespace PdnColorize.Host.Diagnostics;

/// <summary>How a part of the program is.</summary>
internal enum FindingState
{
    /// <summary>It works.</summary>
    Good,

    /// <summary>It is missing or broken.</summary>
    Missing,
}
