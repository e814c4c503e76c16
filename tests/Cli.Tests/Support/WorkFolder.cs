namespace PdnColorize.Trainer.Tests.Support;

/// <summary>A folder of its own for each test, gone afterwards.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder() => FullPath = Directory.CreateTempSubdirectory("pdncolorize-train-").FullName;

    public string FullPath { get; }

    /// <summary>The path of a file or folder here, which need not exist.</summary>
    public string this[string name] => Path.Combine(FullPath, name);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
