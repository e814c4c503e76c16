using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Pictures;

/// <summary>A file is written whole or not at all.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pdncolorize-").FullName;

    [Fact]
    public void Write_NewFile_IsTheOnlyOneThere()
    {
        AtomicFile.Write(Path.Combine(_folder, "a.bin"), [1, 2, 3]);

        Assert.Equal([1, 2, 3], File.ReadAllBytes(Assert.Single(Entries())));
    }

    [Fact]
    public void Write_ExistingFile_IsReplaced()
    {
        string path = Path.Combine(_folder, "a.bin");
        File.WriteAllBytes(path, new byte[100]);

        AtomicFile.Write(path, [1]);

        Assert.Equal([1], File.ReadAllBytes(Assert.Single(Entries())));
    }

    [Fact]
    public void Write_MissingFolder_NamesTheFileAndNoTemporaryOne()
    {
        string path = Path.Combine(_folder, "missing", "a.bin");

        PictureWriteException error = Assert.Throws<PictureWriteException>(() => AtomicFile.Write(path, [1]));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", error.Message, StringComparison.Ordinal);
        Assert.Empty(Entries());
    }

    [Fact]
    public void Write_OverAFolder_LeavesItAndNothingElse()
    {
        string path = Path.Combine(_folder, "a.bin");
        Directory.CreateDirectory(path);

        Assert.Throws<PictureWriteException>(() => AtomicFile.Write(path, [1]));

        Assert.Equal(path, Assert.Single(Entries()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IEnumerable<string> Entries() => Directory.EnumerateFileSystemEntries(_folder);
}
