namespace PdnColorize.Host.Tests;

/// <summary>A folder of its own for each test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("pdncolorize-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    /// <summary>Makes an empty file and the folders it needs.</summary>
    public string File(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        System.IO.File.WriteAllBytes(this[name], []);
        return this[name];
    }

    public string Folder(string name) => Directory.CreateDirectory(this[name]).FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
