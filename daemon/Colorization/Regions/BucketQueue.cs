namespace PdnColorize.Colorization.Regions;

/// <summary>
/// A priority queue of pixels for few different priorities: a first-in, first-out list for each. Adding and taking cost constant time.
/// </summary>
/// <remarks>A pixel may be in the queue once: the lists share one array of links, four bytes a pixel.</remarks>
internal sealed class BucketQueue
{
    private const int None = -1;

    private readonly int[] _next;
    private readonly int[] _first;
    private readonly int[] _last;
    private int _lowest;

    /// <summary>Creates an empty queue for pixels 0 to <paramref name="capacity"/> - 1.</summary>
    public BucketQueue(int capacity, int priorityCount)
    {
        _next = GC.AllocateUninitializedArray<int>(capacity);
        _first = new int[priorityCount];
        _last = new int[priorityCount];
        Array.Fill(_first, None);
        _lowest = priorityCount;
    }

    /// <summary>Adds a pixel behind those of the same priority.</summary>
    public void Push(int pixel, int priority)
    {
        _next[pixel] = None;
        if (_first[priority] == None)
            _first[priority] = pixel;
        else
            _next[_last[priority]] = pixel;
        _last[priority] = pixel;
        if (priority < _lowest) _lowest = priority;
    }

    /// <summary>Takes the oldest pixel of the lowest priority.</summary>
    public bool TryPop(out int pixel)
    {
        while (_lowest < _first.Length && _first[_lowest] == None) _lowest++;
        if (_lowest == _first.Length)
        {
            pixel = None;
            return false;
        }

        pixel = _first[_lowest];
        _first[_lowest] = _next[pixel];
        return true;
    }
}
