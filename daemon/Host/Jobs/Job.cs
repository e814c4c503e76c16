using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Jobs;

/// <summary>A picture that waits to be coloured, is being coloured, or was. Answered exactly once.</summary>
/// <param name="client">Whose it is; clients take turns.</param>
/// <param name="document">Tells this client's documents apart; null for a job that replaces no other.</param>
/// <param name="work">Does it, in the runner's thread.</param>
#pragma warning disable CA1001 // Its cancellation source is never disposed: see there.
internal sealed class Job(object client, string? document, Func<CancellationToken, ColorizeResponse> work)
#pragma warning restore CA1001
{
    private static long _lastNumber;

    private readonly TaskCompletionSource<ColorizeResponse> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Never disposed: cancelling may race with the end of the job, and without timers there is nothing to release.
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>Counts the process's jobs from 1; for the log.</summary>
    public long Number { get; } = Interlocked.Increment(ref _lastNumber);

    public object Client { get; } = client;

    public string? Document { get; } = document;

    /// <summary>The answer, the <see cref="DaemonException"/> or other failure, or cancelled.</summary>
    public Task<ColorizeResponse> Answer => _answer.Task;

    /// <summary>Told how many jobs are ahead whenever that changes while this one waits.</summary>
    public Action<int>? JobsAheadChanged { get; init; }

    /// <summary>Tells how many jobs are ahead. Never throws: whoever cannot be told must not stop the queue for all others.</summary>
    public void TellJobsAhead(int count)
    {
        try
        {
            JobsAheadChanged?.Invoke(count);
        }
        catch (Exception)
        {
            // Its connection is about to end, and that ends the job.
        }
    }

    /// <summary>Does the work and answers. Never throws.</summary>
    public void Run()
    {
        try
        {
            _cancellation.Token.ThrowIfCancellationRequested();
            _answer.TrySetResult(work(_cancellation.Token));
        }
        catch (OperationCanceledException)
        {
            _answer.TrySetCanceled();
        }
        catch (Exception e)
        {
            _answer.TrySetException(e);
        }
    }

    /// <summary>Asks the work to end; a job that has not begun is answered at once by its queue.</summary>
    internal void RequestCancellation() => _cancellation.Cancel();

    /// <summary>Answers a job that never ran.</summary>
    internal void AnswerCancelled() => _answer.TrySetCanceled();

    /// <summary>Answers a job that never ran.</summary>
    internal void AnswerRefused(DaemonErrorCode code, params IEnumerable<(string Name, string Value)> arguments) =>
        _answer.TrySetException(new DaemonException(code, arguments));
}
