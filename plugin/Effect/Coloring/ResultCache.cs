namespace PdnColorize.Effect.Coloring;

/// <summary>
/// The last results. Paint.NET asks for the same one again: after OK, for Repeat, and when a setting comes back. For several threads.
/// </summary>
/// <param name="maxBytes">Memory that results may take together. The newest one is kept even if it alone takes more: OK must not cost a second run.</param>
internal sealed class ResultCache(long maxBytes)
{
    /// <summary>Enough for six pictures of ten megapixels.</summary>
    public const long DefaultBytes = 256L * 1024 * 1024;

    private readonly Lock _lock = new();
    // The most recently used one comes first. A handful, so that searching costs nothing.
    private readonly LinkedList<(RequestKey Key, ReadOnlyMemory<byte> Pixels)> _results = new();

    /// <summary>Bytes of the results in it.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock) return Sum();
        }
    }

    /// <summary>The result of a request; null when it is not, or no longer, here.</summary>
    public ReadOnlyMemory<byte>? Find(RequestKey key)
    {
        lock (_lock)
        {
            for (LinkedListNode<(RequestKey Key, ReadOnlyMemory<byte> Pixels)>? node = _results.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key) continue;
                _results.Remove(node);
                _results.AddFirst(node);
                return node.Value.Pixels;
            }

            return null;
        }
    }

    /// <summary>Keeps a result and lets go of the ones that were not used for longest.</summary>
    public void Add(RequestKey key, ReadOnlyMemory<byte> pixels)
    {
        lock (_lock)
        {
            if (_results.FirstOrDefault(result => result.Key == key) is { Key: not null } former) _results.Remove(former);
            _results.AddFirst((key, pixels));
            while (_results.Count > 1 && Sum() > maxBytes) _results.RemoveLast();
        }
    }

    private long Sum() => _results.Sum(result => (long)result.Pixels.Length);
}
