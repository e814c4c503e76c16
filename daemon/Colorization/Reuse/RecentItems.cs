using System.Diagnostics.CodeAnalysis;

namespace PdnColorize.Colorization.Reuse;

/// <summary>A bounded dictionary that forgets what was not used for longest. May be used by several threads.</summary>
/// <param name="maximumBytes">Total size of the items it may hold.</param>
/// <param name="maximumCount">Number of items it may hold.</param>
internal sealed class RecentItems<TKey, TValue>(long maximumBytes, int maximumCount)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Item>> _items = [];
    private readonly LinkedList<Item> _byUse = new();
    private long _bytes;

    /// <summary>Total size of the items held.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock) return _bytes;
        }
    }

    /// <summary>Finds an item and counts it as used.</summary>
    public bool TryGet(TKey key, [NotNullWhen(true)] out TValue? value)
    {
        lock (_lock)
        {
            if (!_items.TryGetValue(key, out LinkedListNode<Item>? node))
            {
                value = null;
                return false;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            value = node.Value.Value;
            return true;
        }
    }

    /// <summary>Adds an item or replaces it, and forgets others as needed; one that is larger than all room is not kept.</summary>
    public void Add(TKey key, TValue value, long bytes)
    {
        lock (_lock)
        {
            if (_items.TryGetValue(key, out LinkedListNode<Item>? former)) Remove(former);
            if (bytes > maximumBytes || maximumCount == 0) return;
            while (_byUse.Last is { } last && (_bytes + bytes > maximumBytes || _items.Count >= maximumCount)) Remove(last);
            _items.Add(key, _byUse.AddFirst(new Item(key, value, bytes)));
            _bytes += bytes;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _items.Clear();
            _byUse.Clear();
            _bytes = 0;
        }
    }

    private void Remove(LinkedListNode<Item> node)
    {
        _items.Remove(node.Value.Key);
        _byUse.Remove(node);
        _bytes -= node.Value.Bytes;
    }

    private sealed record Item(TKey Key, TValue Value, long Bytes);
}
