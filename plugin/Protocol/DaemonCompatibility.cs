namespace PdnColorize.Protocol;

/// <summary>Whether a caller and a daemon understand each other.</summary>
public enum DaemonCompatibility
{
    /// <summary>They do; the newer one may have more to offer.</summary>
    Compatible,

    /// <summary>The daemon has an older major version.</summary>
    DaemonTooOld,

    /// <summary>The caller has an older major version.</summary>
    CallerTooOld,
}
