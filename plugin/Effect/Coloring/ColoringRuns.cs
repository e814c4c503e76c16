using System.Runtime.ExceptionServices;
using PdnColorize.Client.Jobs;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Effect.Coloring;

/// <summary>
/// Colours drawings: each only once, and one at a time. Whoever asks for what is being coloured already waits for that; whoever gives up leaves at once. For several threads.
/// </summary>
/// <param name="colorize">Has a drawing coloured; must not wait without a limit.</param>
/// <param name="cache">Where results are kept.</param>
#pragma warning disable CA1001 // The semaphore holds nothing unless somebody asks for its wait handle, and this lives as long as the process.
internal sealed class ColoringRuns(Func<ColorizeJob, CancellationToken, Task<ReadOnlyMemory<byte>>> colorize, ResultCache cache)
#pragma warning restore CA1001
{
    /// <summary>
    /// How long a run goes on when nobody waits for it any more. A slider that needs no new run makes Paint.NET cancel and ask again, and before that all layers are read and compared anew: a second for the
    /// largest pictures. It holds up nobody: the next run ends it.
    /// </summary>
    internal static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <summary>Joining a run in the very moment in which it is given up is rare enough; whoever meets it again and again has met something else.</summary>
    private const int MostTries = 10;

    private readonly Lock _lock = new();
    private readonly List<Run> _live = [];
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>The ones that Paint.NET's process needs: effects come and go, results stay.</summary>
    public static ColoringRuns Shared { get; } = new(DaemonAccess.ColorizeAsync, new ResultCache(ResultCache.DefaultBytes));

    /// <summary>The colours of a drawing: from the cache, from a run that is under way, or from a new one. Blocks, since Paint.NET's interface does; cancelling ends that at once.</summary>
    /// <param name="key">The job's key.</param>
    /// <param name="job">The drawing.</param>
    /// <param name="cancellationToken">Cancels the waiting. A run that nobody waits for is cancelled a moment later.</param>
    /// <returns>Blue, green, red, alpha; width x height x 4 bytes.</returns>
    /// <exception cref="DaemonException">With the reason.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ReadOnlyMemory<byte> Colorize(RequestKey key, ColorizeJob job, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Run run;
            lock (_lock)
            {
                if (cache.Find(key) is { } known) return known;
                run = Join(key) ?? Start(key, job);
            }

            try
            {
                run.Task.Wait(cancellationToken);
                return run.Task.Result;
            }
            catch (AggregateException e) when (run.Task.IsCanceled)
            {
                // It was given up in the moment that this one joined: begin anew.
                if (attempt == MostTries) throw new DaemonException(DaemonErrorCode.ConnectionLost, e);
            }
            catch (AggregateException e)
            {
                ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            }
            finally
            {
                Leave(run);
            }
        }
    }

    private Run? Join(RequestKey key)
    {
        Run? run = _live.Find(live => live.Key == key && !live.Cancellation.IsCancellationRequested);
        if (run is null) return null;
        run.Waiting++;
        run.Cancellation.CancelAfter(Timeout.InfiniteTimeSpan);
        return run;
    }

    private Run Start(RequestKey key, ColorizeJob job)
    {
        // What nobody waits for must not hold up what somebody does.
        foreach (Run abandoned in _live.Where(live => live.Waiting == 0)) abandoned.Cancellation.CancelAfter(TimeSpan.Zero);
        Run run = new(key) { Waiting = 1 };
        _live.Add(run);
        run.Task = Task.Run(() => WorkAsync(run, job));
        // An error that nobody waits for any more is nobody's.
        _ = run.Task.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return run;
    }

    private void Leave(Run run)
    {
        lock (_lock)
        {
            if (--run.Waiting == 0 && !run.Task.IsCompleted) run.Cancellation.CancelAfter(Grace);
        }
    }

    private async Task<ReadOnlyMemory<byte>> WorkAsync(Run run, ColorizeJob job)
    {
        CancellationToken cancellationToken = run.Cancellation.Token;
        try
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                ReadOnlyMemory<byte> pixels = await colorize(job, cancellationToken).ConfigureAwait(false);
                cache.Add(run.Key, pixels);
                return pixels;
            }
            finally
            {
                _turn.Release();
            }
        }
        finally
        {
            lock (_lock) _live.Remove(run);
        }
    }

    /// <summary>A job that waits for its turn or is at work. Its source of cancellation is not disposed: it holds nothing, and late comers may still ask it.</summary>
    private sealed class Run(RequestKey key)
    {
        public RequestKey Key { get; } = key;

        public CancellationTokenSource Cancellation { get; } = new();

        public Task<ReadOnlyMemory<byte>> Task { get; set; } = null!;

        /// <summary>How many callers wait for it.</summary>
        public int Waiting { get; set; }
    }
}
