using System.Text.Json.Serialization;

namespace PdnColorize.Datasets.Shards;

/// <summary>The <c>.json</c> member of a sample.</summary>
internal sealed record SampleFacts
{
    public required string Key { get; init; }

    public string Group { get; init; } = "";

    public float Weight { get; init; } = 1;

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>The extractor of each line drawing, in order.</summary>
    public required IReadOnlyList<string> Extractors { get; init; }

    /// <summary>SHA-256 of the picture file that the sample was made from.</summary>
    public required string SourceSha256 { get; init; }

    /// <summary>How it is compared with others when parts are merged, in hexadecimal digits.</summary>
    [JsonRequired]
    public string Fingerprint { get; init; } = "";
}
