namespace PdnColorize.PaintDotNetHost.Surroundings;

/// <summary>Counts what an effect took, and refuses more when its time is over.</summary>
internal sealed class Ledger
{
    private int _openLocks;
    private int _openBitmaps;
    private volatile bool _closed;

    /// <summary>Locks that were taken and not disposed.</summary>
    public int OpenLocks => Volatile.Read(ref _openLocks);

    /// <summary>Bitmaps that were taken and not disposed.</summary>
    public int OpenBitmaps => Volatile.Read(ref _openBitmaps);

    /// <exception cref="ObjectDisposedException">The effect was disposed: Paint.NET may have freed the memory.</exception>
    public void CheckOpen() => ObjectDisposedException.ThrowIf(_closed, typeof(EffectEnvironment));

    public void Close() => _closed = true;

    public void TakeLock() => Interlocked.Increment(ref _openLocks);

    public void ReturnLock() => Interlocked.Decrement(ref _openLocks);

    public void TakeBitmap() => Interlocked.Increment(ref _openBitmaps);

    public void ReturnBitmap() => Interlocked.Decrement(ref _openBitmaps);
}
