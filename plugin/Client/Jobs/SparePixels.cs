using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Client.Jobs;

/// <summary>
/// Keeps shared memory of a large picture from one job for the next of the same size: somebody who tries one hint after another sends the same drawing again and again, and the machine takes twice as
/// long to hand out fresh memory as to copy pixels into memory at hand. What is kept is of one size, bounded, and removed when no job came for a while. May be used by several threads.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class SparePixels(TimeProvider time) : IDisposable
{
    /// <summary>Smaller blocks are not kept: fresh ones cost next to nothing. 1448 x 1448 pixels.</summary>
    public const long LeastBytes = 8 * 1024 * 1024;

    /// <summary>Drawing, hints and result of one job.</summary>
    public const int MostBlocks = 3;

    /// <summary>Long enough to paint the next hint, and short enough not to matter to whoever needs the memory.</summary>
    public static readonly TimeSpan LongestUnused = TimeSpan.FromSeconds(10);

    /// <summary>What a machine's own page may add to a block: its true size is a little more than what was asked for.</summary>
    private const long PageBytes = 64 * 1024;

    private readonly Lock _lock = new();
    private readonly Stack<IPixelMemory> _kept = new();
    private ITimer? _timer;
    private bool _isDisposed;

    /// <summary>A block that is kept, or a new one.</summary>
    /// <param name="length">Bytes.</param>
    /// <returns>A block that holds anything. The caller gives it back, or disposes it.</returns>
    /// <exception cref="DaemonException">NoPixelMemory, UnsafeFolder.</exception>
    public IPixelMemory Rent(long length)
    {
        List<IPixelMemory> removed;
        lock (_lock)
        {
            if (_kept.TryPeek(out IPixelMemory? kept) && kept.Length >= length && kept.Length - length < PageBytes) return _kept.Pop();
            removed = length < LeastBytes ? [] : TakeAll();
        }

        Remove(removed);
        return PixelMemory.Create(length);
    }

    /// <summary>Takes a block back, or removes it.</summary>
    /// <param name="block">Memory that nobody else uses any more: a daemon that may still write to it would spoil the next picture.</param>
    public void Return(IPixelMemory block)
    {
        if (block.Length < LeastBytes)
        {
            block.Dispose();
            return;
        }

        List<IPixelMemory> removed = [];
        lock (_lock)
        {
            if (_kept.TryPeek(out IPixelMemory? kept) && kept.Length != block.Length) removed = TakeAll();
            if (!_isDisposed && _kept.Count < MostBlocks)
            {
                _kept.Push(block);
                _timer ??= time.CreateTimer(_ => RemoveAll(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _timer.Change(LongestUnused, Timeout.InfiniteTimeSpan);
            }
            else
            {
                removed.Add(block);
            }
        }

        Remove(removed);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _timer?.Dispose();
        }

        RemoveAll();
    }

    private void RemoveAll()
    {
        List<IPixelMemory> removed;
        lock (_lock) removed = TakeAll();
        Remove(removed);
    }

    private List<IPixelMemory> TakeAll()
    {
        List<IPixelMemory> all = [.. _kept];
        _kept.Clear();
        return all;
    }

    private static void Remove(List<IPixelMemory> blocks)
    {
        foreach (IPixelMemory block in blocks) block.Dispose();
    }
}
