using System.Formats.Tar;
using System.Text.Json;
using PdnColorize.Datasets.Building;
using PdnColorize.Datasets.Randomness;

namespace PdnColorize.Datasets.Shards;

/// <summary>Writes one tar file, sample by sample, under a temporary name until it is complete. Same samples, same bytes.</summary>
internal sealed class ShardFileWriter : IDisposable
{
    private static readonly JsonSerializerOptions FactsJson = new(JsonSerializerDefaults.Web);

    private readonly string _path;
    private readonly FileStream _stream;
    private readonly TarWriter _tar;
    private int _count;

    public ShardFileWriter(string path)
    {
        _path = path;
        _stream = new FileStream(path + AtomicFile.TemporaryEnd, FileMode.Create, FileAccess.Write, FileShare.None);
        _tar = new TarWriter(_stream, TarEntryFormat.Ustar, leaveOpen: true);
    }

    /// <summary>Adds a sample.</summary>
    /// <param name="number">Its number, counted through all shards.</param>
    /// <param name="sample">The sample.</param>
    public void Add(int number, StoredSample sample)
    {
        Add(MemberNames.Of(number, MemberNames.Color), sample.ColorPng);
        Add(MemberNames.Of(number, MemberNames.Facts), JsonSerializer.SerializeToUtf8Bytes(sample.Facts, FactsJson));
        for (int i = 0; i < sample.LinePngs.Count; i++)
            Add(MemberNames.Of(number, MemberNames.Line(i)), sample.LinePngs[i]);
        _count++;
    }

    /// <summary>Ends the file and gives it its name.</summary>
    public ShardInfo Complete(string recipe)
    {
        _tar.Dispose();
        long bytes = _stream.Length;
        _stream.Dispose();
        File.Move(_path + AtomicFile.TemporaryEnd, _path, overwrite: true);
        return new ShardInfo
        {
            File = Path.GetFileName(_path),
            Count = _count,
            Bytes = bytes,
            Sha256 = StableHash.Sha256OfFile(_path),
            Recipe = recipe,
        };
    }

    /// <summary>Closes the file; deletes it unless it is complete.</summary>
    public void Dispose()
    {
        _tar.Dispose();
        _stream.Dispose();
        File.Delete(_path + AtomicFile.TemporaryEnd);
    }

    private void Add(string name, byte[] bytes)
    {
        using MemoryStream data = new(bytes);
        // A fixed time and owner: the bytes must not tell when and by whom they were written.
        _tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
        {
            DataStream = data,
            ModificationTime = DateTimeOffset.UnixEpoch,
            Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
        });
    }
}
