using System.Collections.Concurrent;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Training.Samples;

/// <summary>The pictures of a built data set, kept decoded as far as memory is granted.</summary>
public sealed class ShardPictures : IPictureSource
{
    /// <summary>
    /// The part of the cache's size, one in so many bytes, that may be allocated, by whomever, before garbage is collected. Left alone, the runtime lets as much garbage gather as large arrays live: training
    /// with a cache of 3 GiB came to 8.0 GiB while only pictures that the cache had no room for were counted, and to 4.3 GiB with all that is allocated.
    /// </summary>
    private const int CacheToGarbage = 4;

    /// <summary>The same for small caches.</summary>
    private const int LeastGarbageMebibytes = 256;

    private readonly ShardReader _reader;
    private readonly long _garbageAllowed;
    private readonly PictureFacts[] _facts;
    private readonly ConcurrentDictionary<int, TrainingPair> _kept = new();
    private long _freeBytes;
    private long _allocatedAtCollection = GC.GetTotalAllocatedBytes();

    /// <summary>Opens a data set.</summary>
    /// <param name="folder">The folder that <c>dataset build</c> wrote.</param>
    /// <param name="cacheMebibytes">Memory for decoded pictures, in MiB.</param>
    /// <exception cref="DatasetException">The folder holds no finished data set.</exception>
    /// <exception cref="TrainingException">The data set is empty.</exception>
    public ShardPictures(string folder, int cacheMebibytes)
        : this(folder, cacheMebibytes, (long)Math.Max(LeastGarbageMebibytes, cacheMebibytes / CacheToGarbage) << 20)
    {
    }

    /// <param name="folder">The folder that <c>dataset build</c> wrote.</param>
    /// <param name="cacheMebibytes">Memory for decoded pictures, in MiB.</param>
    /// <param name="garbageAllowed">Bytes that are allocated, by whomever, before garbage is collected.</param>
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
        CollectGarbage();
        if (_kept.TryGetValue(index, out TrainingPair? kept)) return kept;
        TrainingPair pair = _reader.ReadAt(index);
        long bytes = pair.ColorRgb.LongLength + pair.Lines.Sum(line => line.Grey.LongLength);
        // Every picture is as likely as any other to come again, so the first that fit are as good as the last.
        if (Interlocked.Add(ref _freeBytes, -bytes) < 0 || !_kept.TryAdd(index, pair)) Interlocked.Add(ref _freeBytes, bytes);
        return pair;
    }

    /// <summary>Pictures that the cache has no room for are garbage as soon as their samples are made, and so is what samples are made with, which is more.</summary>
    private void CollectGarbage()
    {
        long allocated = GC.GetTotalAllocatedBytes();
        long before = Interlocked.Read(ref _allocatedAtCollection);
        // Of the threads that find it due, one does it.
        if (allocated - before < _garbageAllowed || Interlocked.CompareExchange(ref _allocatedAtCollection, allocated, before) != before) return;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
    }
}
