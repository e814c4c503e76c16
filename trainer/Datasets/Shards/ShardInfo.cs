namespace PdnColorize.Datasets.Shards;

/// <summary>What <c>index.json</c> says of one tar file.</summary>
public sealed record ShardInfo
{
    /// <summary>Name of the file in the folder of the data set.</summary>
    public required string File { get; init; }

    /// <summary>Pictures in it.</summary>
    public required int Count { get; init; }

    /// <summary>Its size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file, 64 hexadecimal digits in lower case.</summary>
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of everything that the file was made from (pictures, options); what a resumed build compares.</summary>
    public required string Recipe { get; init; }
}
