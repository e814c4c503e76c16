namespace PdnColorize.Host.Jobs;

/// <summary>
/// Keeps large arrays of pixels from one job for the next one of the same size: the machine takes several times as long to hand out fresh memory as to copy pixels into memory at hand. What is
/// kept is of one size, bounded, and given back to the machine when no job came for a while. May be used by several threads.
/// </summary>
internal sealed class PixelArrays : IDisposable
{
    /// <summary>Smaller arrays are not kept: fresh ones cost next to nothing. 1448 x 1448 pixels.</summary>
    public const int LeastBytes = 8 * 1024 * 1024;

    /// <summary>All arrays that are kept: drawing, hints and result of 4096 x 4096 pixels, and some more.</summary>
    public const long MostBytes = 256L * 1024 * 1024;

    /// <summary>Somebody who tries one hint after another comes again sooner.</summary>
    public static readonly TimeSpan LongestUnused = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Stack<byte[]> _kept = new();
    private readonly ITimer _timer;

    /// <param name="time">The clock.</param>
    public PixelArrays(TimeProvider time) => _timer = time.CreateTimer(_ => GiveUp(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Bytes kept now, without those that are lent.</summary>
    public long Bytes
    {
        get
        {
            lock (_lock) return _kept.Sum(array => array.LongLength);
        }
    }

    /// <summary>Lends an array. One of another size than the last makes it forget the ones it has, so that they do not add up.</summary>
    /// <param name="length">Its exact length in bytes.</param>
    /// <returns>An array of which the borrower must write every byte before it reads it: it may hold an earlier job's pixels.</returns>
    public byte[] Rent(int length)
    {
        if (length >= LeastBytes)
        {
            lock (_lock)
            {
                _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                if (_kept.TryPeek(out byte[]? kept) && kept.Length != length) _kept.Clear();
                if (_kept.TryPop(out kept)) return kept;
            }
        }

        // Clearing it first would take as long again as filling it.
        return GC.AllocateUninitializedArray<byte>(length);
    }

    /// <summary>Takes an array back; nobody else may hold it any more. Those of failed jobs are better left to the garbage collector; see <see cref="Forget"/>.</summary>
    public void Return(byte[] array)
    {
        if (array.Length < LeastBytes) return;
        lock (_lock)
        {
            if (_kept.TryPeek(out byte[]? kept) && kept.Length != array.Length) _kept.Clear();
            if ((_kept.Count + 1L) * array.Length <= MostBytes) _kept.Push(array);
            _timer.Change(LongestUnused, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>What was lent last does not come back: what is kept beside it goes in a while all the same.</summary>
    public void Forget()
    {
        lock (_lock) _timer.Change(LongestUnused, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gives up what is kept, at once: memory ran out.</summary>
    public void Clear() => GiveUp();

    public void Dispose() => _timer.Dispose();

    private void GiveUp()
    {
        lock (_lock)
        {
            if (_kept.Count == 0) return;
            _kept.Clear();
        }

        // A daemon without jobs collects no garbage by itself, and even then would keep the memory for its next.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
