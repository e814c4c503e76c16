using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Serving;

/// <summary>What the daemon did so far. May be used by several threads.</summary>
/// <param name="time">The clock.</param>
internal sealed class DaemonStatistics(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private long _finished;
    private long _failed;
    private long _lastActivity = time.GetTimestamp();
    private volatile ErrorReport? _lastError;

    /// <summary>Jobs finished well.</summary>
    public long FinishedJobs => Interlocked.Read(ref _finished);

    /// <summary>Jobs that ended with an error.</summary>
    public long FailedJobs => Interlocked.Read(ref _failed);

    /// <summary>The last error of a job.</summary>
    public ErrorReport? LastError => _lastError;

    /// <summary>Time since the start.</summary>
    public TimeSpan Uptime => time.GetElapsedTime(_started);

    /// <summary>Time since <see cref="Touch"/>.</summary>
    public TimeSpan IdleFor => time.GetElapsedTime(Interlocked.Read(ref _lastActivity));

    /// <summary>Something was asked for: idleness begins anew.</summary>
    public void Touch() => Interlocked.Exchange(ref _lastActivity, time.GetTimestamp());

    /// <summary>Counts a job that ended well.</summary>
    public void CountFinished()
    {
        Interlocked.Increment(ref _finished);
        Touch();
    }

    /// <summary>Counts a job that failed.</summary>
    public void CountFailed(DaemonException error)
    {
        Interlocked.Increment(ref _failed);
        _lastError = new ErrorReport { Code = (int)error.Code, Message = error.Message, Time = time.GetUtcNow() };
        Touch();
    }
}
