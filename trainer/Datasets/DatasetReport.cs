namespace PdnColorize.Datasets;

/// <summary>What a check of a data set found.</summary>
public sealed record DatasetReport
{
    /// <summary>Pictures in the data set.</summary>
    public required int Pictures { get; init; }

    /// <summary>Tar files.</summary>
    public required int Shards { get; init; }

    /// <summary>Bytes of all tar files.</summary>
    public required long Bytes { get; init; }

    /// <summary>Different groups; pictures without one are not counted.</summary>
    public required int Groups { get; init; }

    /// <summary>Least and greatest long side in pixels; zeros when there are no pictures.</summary>
    public required (int Least, int Greatest) LongSide { get; init; }

    /// <summary>Mean number of pixels of a picture.</summary>
    public required double MeanPixels { get; init; }

    /// <summary>Line drawings by extractor, without its parameters, in ordinal order; a mix counts for both.</summary>
    public required IReadOnlyDictionary<string, int> Extractors { get; init; }

    /// <summary>Pictures left out, by reason as in <c>rejects.csv</c>.</summary>
    public required IReadOnlyDictionary<string, int> Rejects { get; init; }

    /// <summary>What is wrong, one sentence each; empty when all is well.</summary>
    public required IReadOnlyList<string> Problems { get; init; }
}
