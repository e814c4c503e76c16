using PdnColorize.Protocol;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Serving;

/// <summary>
/// Passes a job's progress on to its caller: the first message at once, then at most twenty a second, the latest always in the end, and the last one again now and then
/// as a sign of life. May be used by several threads.
/// </summary>
internal sealed class ProgressRelay : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.0 / ProtocolLimits.MaxProgressPerSecond);

    private readonly Lock _lock = new();
    private readonly IProgress<ColorizeProgress>? _caller;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private ColorizeProgress? _latest;
    private long? _lastSent;
    private bool _isPending;
    private bool _ended;

    /// <param name="caller">Where messages go; must not block. Null for a caller that wants none.</param>
    /// <param name="time">The clock.</param>
    public ProgressRelay(IProgress<ColorizeProgress>? caller, TimeProvider time)
    {
        _caller = caller;
        _time = time;
        _timer = time.CreateTimer(_ => OnTimer(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Reports progress. A fraction below an earlier one is raised to it; a place in the queue is left out when the work was faster to report.</summary>
    public void Report(ColorizeProgress progress)
    {
        lock (_lock)
        {
            if (_ended) return;
            if (progress.Stage == ColorizeStage.Queued && _latest is { Stage: not ColorizeStage.Queued }) return;
            double least = _latest?.Fraction ?? 0;
            _latest = progress.Fraction < least ? progress with { Fraction = least } : progress;
            TimeSpan since = _lastSent is { } sent ? _time.GetElapsedTime(sent) : TimeSpan.MaxValue;
            if (since >= Interval)
            {
                Send();
                return;
            }

            if (_isPending) return;
            _isPending = true;
            _timer.Change(RoundedUp(Interval - since), Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Sends nothing more.</summary>
    public void Dispose()
    {
        lock (_lock) _ended = true;
        _timer.Dispose();
    }

    private void OnTimer()
    {
        lock (_lock)
        {
            if (_ended) return;
            // Timers may be early by a moment, which would add up to more than twenty a second.
            TimeSpan left = Interval - _time.GetElapsedTime(_lastSent ?? 0);
            if (left > TimeSpan.Zero) _timer.Change(RoundedUp(left), Timeout.InfiniteTimeSpan);
            else Send();
        }
    }

    /// <summary>Timers count whole milliseconds.</summary>
    private static TimeSpan RoundedUp(TimeSpan time) => TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds));

    private void Send()
    {
        _isPending = false;
        _lastSent = _time.GetTimestamp();
        _timer.Change(ProtocolLimits.ProgressHeartbeat, Timeout.InfiniteTimeSpan);
        _caller?.Report(_latest!);
    }
}
