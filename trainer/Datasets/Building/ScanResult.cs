namespace PdnColorize.Datasets.Building;

/// <summary>What the scan found about a picture.</summary>
internal sealed record ScanResult
{
    public required string Key { get; init; }

    /// <summary>SHA-256 of the file, see <see cref="SourceFiles.Sha256"/>; empty when it could not be read.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Why it is left out; null when it is accepted.</summary>
    public RejectReason? Reason { get; init; }

    public string Detail { get; init; } = "";

    /// <summary>The fingerprint of an accepted picture.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Bytes of the files when they were scanned, and their time of change: a later run trusts the result only if both are still so.</summary>
    public long Length { get; init; }

    public long ModifiedTicks { get; init; }
}
