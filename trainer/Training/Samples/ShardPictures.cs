using System.Collections.Concurrent;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Training.Samples;

/// <summary>The pictures of a built data set, kept decoded as far as memory is granted.</summary>
public sealed class ShardPictures : IPictureSource
{
    /// <summary>
    /// The runtime lets as much garbage gather as large arrays live: training with a cache of 4 GiB came to 13.7 GiB.
    /// With 1 GiB of arrays, which hold no references, a collection took 25 ms, and one is due after some four hundred pictures.
    /// </summary>
    private const long GarbageAllowed = 256L << 20;

    private readonly ShardReader _reader;
    private readonly long _garbageAllowed;
    private readonly PictureFacts[] _facts;
    private readonly ConcurrentDictionary<int, TrainingPair> _kept = new();
    private long _freeBytes;
    private long _garbage;

    /// <summary>Opens a data set.</summary>
    /// <param name="folder">The folder that <c>dataset build</c> wrote.</param>
    /// <param name="cacheMebibytes">Memory for decoded pictures, in MiB.</param>
    /// <exception cref="DatasetException">The folder holds no finished data set.</exception>
    /// <exception cref="TrainingException">The data set is empty.</exception>
    public ShardPictures(string folder, int cacheMebibytes)
        : this(folder, cacheMebibytes, GarbageAllowed)
    {
    }

    /// <param name="folder">The folder that <c>dataset build</c> wrote.</param>
    /// <param name="cacheMebibytes">Memory for decoded pictures, in MiB.</param>
    /// <param name="garbageAllowed">Bytes of pictures that were not kept before their memory is given back.</param>
    internal ShardPictures(string folder, int cacheMebibytes, long garbageAllowed)
    {
        _garbageAllowed = garbageAllowed;
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
        GiveBack(bytes);
        return pair;
    }

    /// <summary>Counts a picture that is garbage as soon as its sample is made; from time to time, the memory of those before it is given back.</summary>
    private void GiveBack(long bytes)
    {
        if (Interlocked.Add(ref _garbage, bytes) < _garbageAllowed) return;
        Interlocked.Exchange(ref _garbage, 0);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
    }
}
