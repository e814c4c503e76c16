namespace PdnColorize.Datasets;

/// <summary>What a data set is built from, and how.</summary>
public sealed record DatasetOptions
{
    /// <summary>Folders whose pictures are taken, with all folders below; none when <see cref="IndexFile"/> is given.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>
    /// A CSV file that lists the pictures: columns <c>file</c> (relative to the CSV file) and, if present, <c>group</c>, <c>split</c> and <c>weight</c>.
    /// </summary>
    public string? IndexFile { get; init; }

    /// <summary>Only rows whose <c>split</c> says this are taken; all when null.</summary>
    public string? Split { get; init; }

    /// <summary>Where the data set is written: a new folder, or one that holds an unfinished build or this very data set.</summary>
    public required string Output { get; init; }

    /// <summary>Let the build take the place of another finished data set in <see cref="Output"/>, which is refused otherwise.</summary>
    public bool Replace { get; init; }

    /// <summary>Largest long side in pixels, 64 to 4096; larger pictures are shrunk, smaller ones stay as they are.</summary>
    public int Size { get; init; } = 512;

    /// <summary>Least short side in pixels, after shrinking; stage 1 trains at 128 x 128.</summary>
    public int LeastSide { get; init; } = 128;

    /// <summary>Decides every random choice: same seed, same sources, same bytes.</summary>
    public ulong Seed { get; init; }

    /// <summary>Pictures worked on at once; changes nothing but the time it takes.</summary>
    public int Workers { get; init; } = Environment.ProcessorCount;

    /// <summary>Which part of the sources to take.</summary>
    public DatasetPart Part { get; init; }

    /// <summary>Pictures in each tar file, 1 to 100,000.</summary>
    public int PicturesPerShard { get; init; } = 256;

    /// <summary>Line drawings of each picture, by as many different extractors: 1 to 4.</summary>
    public int LineVariants { get; init; } = 2;

    /// <summary>Leave out what looks like a photograph.</summary>
    public bool RejectPhotos { get; init; } = true;

    /// <summary>Leave out pictures that look like an earlier one.</summary>
    public bool RejectNearDuplicates { get; init; } = true;

    /// <summary>How long one file may take to be read, decoded and measured; a file that takes longer is left out.</summary>
    public TimeSpan FileTimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether near-duplicates are looked for now; a part leaves that to the merge, which sees all parts.</summary>
    internal bool RemovesNearDuplicates => RejectNearDuplicates && Part.Count == 1;

    /// <summary>Checks all of it before anything is touched.</summary>
    /// <exception cref="DatasetException">Something cannot be; the message says what and what would do.</exception>
    public void Validate()
    {
        if (Inputs.Count == 0 && IndexFile is null) throw new DatasetException("There is nothing to build from. Name a folder with pictures, or an index file.");
        if (Inputs.Count > 0 && IndexFile is not null) throw new DatasetException("Name either folders or an index file, not both.");
        if (Split is not null && IndexFile is null) throw new DatasetException("A split can be chosen only with an index file that has a column 'split'.");
        foreach (string input in Inputs)
            if (!Directory.Exists(input)) throw new DatasetException($"There is no folder '{input}'. Check the path.");
        if (IndexFile is not null && !File.Exists(IndexFile)) throw new DatasetException($"There is no file '{IndexFile}'. Check the path.");
        if (string.IsNullOrWhiteSpace(Output)) throw new DatasetException("Say where to write the data set.");
        if (File.Exists(Output)) throw new DatasetException($"'{Output}' is a file. Name a folder to write the data set to.");

        Require(Size is >= 64 and <= 4096, $"A size of {Size} pixels", "64 to 4096");
        Require(LeastSide >= 16 && LeastSide <= Size, $"A least side of {LeastSide} pixels", $"16 to the size, {Size}");
        Require(Workers is >= 1 and <= 1024, $"{Workers} workers", "1 to 1024");
        Require(PicturesPerShard is >= 1 and <= 100_000, $"{PicturesPerShard} pictures a shard", "1 to 100,000");
        Require(LineVariants is >= 1 and <= 4, $"{LineVariants} line drawings a picture", "1 to 4");
        Require(FileTimeLimit > TimeSpan.Zero, $"A time limit of {FileTimeLimit}", "more than nothing");
    }

    private static void Require(bool holds, string what, string range)
    {
        if (!holds) throw new DatasetException($"{what} cannot be. Choose {range}.");
    }
}
