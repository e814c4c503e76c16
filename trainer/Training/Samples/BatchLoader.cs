using System.Diagnostics;
using System.Runtime.ExceptionServices;

namespace PdnColorize.Training.Samples;

/// <summary>Prepares batches in background threads, a few ahead of the training. The batches depend on their steps alone, not on the threads.</summary>
internal sealed class BatchLoader : IDisposable
{
    private readonly Func<long, Batch> _build;
    private readonly long _end;
    private readonly int _ahead;
    private readonly Thread[] _threads;
    private readonly Dictionary<long, (Batch? Batch, ExceptionDispatchInfo? Error)> _ready = [];
    private readonly Lock _entry = new();
    private readonly SemaphoreSlim _room;
    private readonly Dictionary<long, SemaphoreSlim> _arrivals = [];
    private long _next;
    private long _taken;
    private volatile bool _stopped;

    /// <param name="build">Makes the batch of a step; called from several threads.</param>
    /// <param name="first">The first step.</param>
    /// <param name="end">One more than the last step.</param>
    /// <param name="threads">Number of threads.</param>
    public BatchLoader(Func<long, Batch> build, long first, long end, int threads)
    {
        (_build, _next, _taken, _end) = (build, first, first, end);
        _ahead = threads + 2;
        _room = new SemaphoreSlim(_ahead);
        _threads = [.. Enumerable.Range(0, threads).Select(i => new Thread(Work) { IsBackground = true, Name = $"samples {i + 1}" })];
        foreach (Thread thread in _threads) thread.Start();
    }

    /// <summary>How long <see cref="Take"/> has waited in all.</summary>
    public TimeSpan Waited { get; private set; }

    /// <summary>The batch of the next step.</summary>
    /// <exception cref="Datasets.DatasetException">A picture could not be read.</exception>
    public Batch Take(CancellationToken cancellationToken)
    {
        long started = Stopwatch.GetTimestamp();
        ArrivalOf(_taken).Wait(cancellationToken);
        Waited += Stopwatch.GetElapsedTime(started);
        (Batch? batch, ExceptionDispatchInfo? error) result;
        lock (_entry)
        {
            _ready.Remove(_taken, out result);
            _arrivals.Remove(_taken, out SemaphoreSlim? arrival);
            arrival?.Dispose();
        }

        _taken++;
        _room.Release();
        result.error?.Throw();
        return result.batch!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopped = true;
        _room.Release(_threads.Length);
        foreach (Thread thread in _threads) thread.Join();
        foreach (SemaphoreSlim arrival in _arrivals.Values) arrival.Dispose();
        _room.Dispose();
    }

    private void Work()
    {
        while (true)
        {
            _room.Wait();
            long step = Interlocked.Increment(ref _next) - 1;
            if (_stopped || step >= _end) return;
            Batch? batch = null;
            ExceptionDispatchInfo? error = null;
            try
            {
                batch = _build(step);
            }
#pragma warning disable CA1031 // It is thrown where the batch is taken.
            catch (Exception e)
#pragma warning restore CA1031
            {
                error = ExceptionDispatchInfo.Capture(e);
            }

            lock (_entry) _ready[step] = (batch, error);
            ArrivalOf(step).Release();
        }
    }

    private SemaphoreSlim ArrivalOf(long step)
    {
        lock (_entry)
        {
            if (!_arrivals.TryGetValue(step, out SemaphoreSlim? arrival)) _arrivals[step] = arrival = new SemaphoreSlim(0);
            return arrival;
        }
    }
}
