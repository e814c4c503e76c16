using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Tests.Building;

/// <summary>The data set of all test pictures in three shards, built once for all tests that only read it.</summary>
public sealed class BuiltDataset : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BuiltDataset() => Index = DatasetBuilder.BuildAsync(Options(Path)).GetAwaiter().GetResult();

    public string Path => _folder["set"];

    public ShardIndex Index { get; }

    public static DatasetOptions Options(string output) =>
        new() { Inputs = [TestPictures.Folder], Output = output, PicturesPerShard = 8, Seed = 42, Workers = 2 };

    /// <summary>All files of a data set with their bytes' hash.</summary>
    internal static SortedDictionary<string, string> Files(string folder) => new(
        Directory.EnumerateFiles(folder).ToDictionary(path => System.IO.Path.GetFileName(path), Datasets.Randomness.StableHash.Sha256OfFile), StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();
}
