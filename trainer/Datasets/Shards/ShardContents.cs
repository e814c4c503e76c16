using System.Formats.Tar;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace PdnColorize.Datasets.Shards;

/// <summary>Where each sample of a tar file lies. Safe for use from several threads: every read opens the file for itself.</summary>
internal sealed class ShardContents
{
    private readonly string _path;
    private readonly List<Dictionary<string, MemberPlace>> _samples;
    private readonly int _lineVariants;

    private ShardContents(string path, List<Dictionary<string, MemberPlace>> samples, int lineVariants)
    {
        _path = path;
        _samples = samples;
        _lineVariants = lineVariants;
    }

    public int Count => _samples.Count;

    /// <summary>Lists the members of a shard without reading them.</summary>
    /// <exception cref="DatasetException">The file is missing or no tar file.</exception>
    public static ShardContents Open(string path, int lineVariants)
    {
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return new ShardContents(path, List(stream), lineVariants);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
        {
            throw Damaged(path, e.Message, e);
        }
    }

    /// <exception cref="DatasetException">The sample is damaged.</exception>
    public StoredSample Read(int place)
    {
        using SafeFileHandle file = OpenFile();
        byte[][] lines = new byte[_lineVariants][];
        for (int i = 0; i < lines.Length; i++)
            lines[i] = ReadMember(file, place, MemberNames.Line(i));
        return new StoredSample(ReadFacts(file, place), ReadMember(file, place, MemberNames.Color), lines);
    }

    /// <exception cref="DatasetException">The sample is damaged.</exception>
    public SampleFacts ReadFacts(int place)
    {
        using SafeFileHandle file = OpenFile();
        return ReadFacts(file, place);
    }

    private SampleFacts ReadFacts(SafeFileHandle file, int place)
    {
        try
        {
            SampleFacts facts = JsonSerializer.Deserialize<SampleFacts>(ReadMember(file, place, MemberNames.Facts), ShardIndex.Json)
                ?? throw new JsonException("The member says null.");
            if (facts.Extractors.Count != _lineVariants || facts.Width < 1 || facts.Height < 1)
                throw new JsonException($"Sample {place} has {facts.Extractors.Count} line drawings of {facts.Width} x {facts.Height}.");
            return facts;
        }
        catch (JsonException e)
        {
            throw Damaged(_path, e.Message, e);
        }
    }

    private byte[] ReadMember(SafeFileHandle file, int place, string part)
    {
        if (!_samples[place].TryGetValue(part, out MemberPlace member))
            throw Damaged(_path, $"Sample {place} has no member '{part}'.", null);
        byte[] bytes = new byte[member.Length];
        int done = 0;
        while (done < bytes.Length)
        {
            int read = RandomAccess.Read(file, bytes.AsSpan(done), member.Offset + done);
            if (read == 0) throw Damaged(_path, $"It ends inside sample {place}.", null);
            done += read;
        }

        return bytes;
    }

    private SafeFileHandle OpenFile()
    {
        try
        {
            return File.OpenHandle(_path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Damaged(_path, e.Message, e);
        }
    }

    private static List<Dictionary<string, MemberPlace>> List(FileStream stream)
    {
        List<Dictionary<string, MemberPlace>> samples = [];
        string? current = null;
        using TarReader reader = new(stream);
        while (reader.GetNextEntry() is { } entry)
        {
            int dot = entry.Name.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0 || entry.EntryType is not TarEntryType.RegularFile || entry.Length > int.MaxValue)
                throw new InvalidDataException($"The member '{entry.Name}' is no part of a sample.");
            if (entry.Name[..dot] != current)
            {
                current = entry.Name[..dot];
                samples.Add([]);
            }

            samples[^1][entry.Name[(dot + 1)..]] = new MemberPlace(entry.DataOffset, (int)entry.Length);
        }

        return samples;
    }

    private static DatasetException Damaged(string path, string detail, Exception? cause)
    {
        string message = $"The shard '{path}' cannot be read: {detail} Check the data set, or build it again.";
        return cause is null ? new DatasetException(message) : new DatasetException(message, cause);
    }

    private readonly record struct MemberPlace(long Offset, int Length);
}
