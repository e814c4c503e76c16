namespace PdnColorize.Datasets;

/// <summary>What a build is doing.</summary>
public enum DatasetPhase
{
    /// <summary>Every picture is decoded, measured and accepted or rejected.</summary>
    Scanning,

    /// <summary>Line art is drawn and the shards are written.</summary>
    Drawing,
}
