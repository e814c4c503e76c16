using System.Collections.Concurrent;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Training.Samples;

/// <summary>The pictures of a built data set, kept decoded as far as memory is granted.</summary>
public sealed class ShardPictures : IPictureSource
{
    private readonly ShardReader _reader;
    private readonly PictureFacts[] _facts;
    private readonly ConcurrentDictionary<int, TrainingPair> _kept = new();
    private long _freeBytes;

    /// <summary>Opens a data set.</summary>
    /// <param name="folder">The folder that <c>dataset build</c> wrote.</param>
    /// <param name="cacheMebibytes">Memory for decoded pictures, in MiB.</param>
    /// <exception cref="DatasetException">The folder holds no finished data set.</exception>
    /// <exception cref="TrainingException">The data set is empty.</exception>
    public ShardPictures(string folder, int cacheMebibytes)
    {
        _reader = ShardReader.Open(folder);
        _freeBytes = (long)cacheMebibytes << 20;
        if (_reader.Count == 0) throw new TrainingException($"The data set '{folder}' holds no pictures. Build it from other pictures.");
        Fingerprint = $"{HashOf(_reader.Index)}:{_reader.Count}";
        _facts = [.. Enumerable.Range(0, _reader.Count).Select(_reader.ReadFacts)];
    }

    /// <inheritdoc/>
    public int Count => _facts.Length;

    /// <inheritdoc/>
    public string Fingerprint { get; }

    /// <summary>The same sources in another size, order or line art are other samples, so the shards count and not what they were made from.</summary>
    private static string HashOf(ShardIndex index) =>
        StableHash.Sha256(string.Concat(index.Shards.Select(shard => shard.Sha256 + "\n")));

    /// <inheritdoc/>
    public PictureFacts FactsOf(int index) => _facts[index];

    /// <inheritdoc/>
    public TrainingPair Read(int index)
    {
        if (_kept.TryGetValue(index, out TrainingPair? kept)) return kept;
        TrainingPair pair = _reader.ReadAt(index);
        long bytes = pair.ColorRgb.LongLength + pair.Lines.Sum(line => line.Grey.LongLength);
        // Every picture is as likely as any other to come again, so the first that fit are as good as the last.
        if (Interlocked.Add(ref _freeBytes, -bytes) >= 0 && _kept.TryAdd(index, pair)) return pair;
        Interlocked.Add(ref _freeBytes, bytes);
        return pair;
    }
}
