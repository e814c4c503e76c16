namespace PdnColorize.EndToEnd.Support;

/// <summary>A folder of its own for each test, gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder() => FullPath = Directory.CreateTempSubdirectory("pdncolorize-").FullName;

    public string FullPath { get; }

    /// <summary>The path of a file or folder here, which need not exist.</summary>
    public string this[string name] => Path.Combine(FullPath, name);

    /// <summary>Puts a file here and returns its path.</summary>
    public string Add(string name, byte[] contents)
    {
        File.WriteAllBytes(this[name], contents);
        return this[name];
    }

    /// <summary>Makes a folder here and returns its path.</summary>
    public string AddFolder(string name) => Directory.CreateDirectory(this[name]).FullName;

    /// <summary>These files are here, in folders too, and no other: no result of a failed run, and no half-written file.</summary>
    public void AssertHolds(params string[] names) =>
        Assert.Equal(
            names.Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(FullPath, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(FullPath, file))
                .Order(StringComparer.Ordinal));

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
