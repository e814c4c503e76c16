using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace PdnColorize.Training.Samples;

/// <summary>Prepares batches in background threads, a few ahead of the training. The batches depend on their steps alone, not on the threads.</summary>
/// <typeparam name="TBatch">What a step learns from.</typeparam>
internal sealed class BatchLoader<TBatch> : IDisposable
    where TBatch : class
{
    /// <summary>Batches that are ready, or being made, beyond one for each thread.</summary>
    private const int Spare = 2;

    private readonly Func<long, TBatch> _build;
    private readonly long _end;
    private readonly int _ahead;
    private readonly Thread[] _threads;
    private readonly Dictionary<long, (TBatch? Batch, ExceptionDispatchInfo? Error)> _ready = [];

    /// <summary>Guards everything below and <see cref="_ready"/>; pulsed at every change.</summary>
    private readonly object _change = new();
    private long _next;
    private long _taken;
    private bool _stopped;

    /// <param name="build">Makes the batch of a step; called from several threads.</param>
    /// <param name="first">The first step.</param>
    /// <param name="end">One more than the last step.</param>
    /// <param name="threads">Number of threads.</param>
    public BatchLoader(Func<long, TBatch> build, long first, long end, int threads)
    {
        (_build, _next, _taken, _end) = (build, first, first, end);
        _ahead = threads + Spare;
        _threads = [.. Enumerable.Range(1, threads).Select(i => new Thread(Work) { IsBackground = true, Name = $"samples {i}" })];
        foreach (Thread thread in _threads) thread.Start();
    }

    /// <summary>How long <see cref="Take"/> has waited in all.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>The batch of the next step; waits for it.</summary>
    /// <exception cref="Datasets.DatasetException">A picture could not be read.</exception>
    public TBatch Take()
    {
        long started = Stopwatch.GetTimestamp();
        (TBatch? batch, ExceptionDispatchInfo? error) result;
        lock (_change)
        {
            ObjectDisposedException.ThrowIf(_stopped, this);
            while (!_ready.Remove(_taken, out result)) Monitor.Wait(_change);
            _taken++;
            Monitor.PulseAll(_change);
        }

        Waited += Stopwatch.GetElapsedTime(started);
        result.error?.Throw();
        return result.batch!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_change)
        {
            _stopped = true;
            Monitor.PulseAll(_change);
        }

        foreach (Thread thread in _threads) thread.Join();
    }

    private void Work()
    {
        while (NextStep() is { } step)
        {
            (TBatch? Batch, ExceptionDispatchInfo? Error) result = default;
            try
            {
                result.Batch = _build(step);
            }
#pragma warning disable CA1031 // It is thrown where the batch is taken.
            catch (Exception e)
#pragma warning restore CA1031
            {
                result.Error = ExceptionDispatchInfo.Capture(e);
            }

            lock (_change)
            {
                _ready[step] = result;
                Monitor.PulseAll(_change);
            }
        }
    }

    /// <summary>The next step to make a batch for, when there is room for it; null when there is none left.</summary>
    private long? NextStep()
    {
        lock (_change)
        {
            while (!_stopped && _next < _end && _next - _taken >= _ahead) Monitor.Wait(_change);
            return _stopped || _next >= _end ? null : _next++;
        }
    }
}
