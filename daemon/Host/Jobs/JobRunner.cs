using Microsoft.Extensions.Logging;
using PdnColorize.Host.Engine;

namespace PdnColorize.Host.Jobs;

/// <summary>
/// The thread in which all jobs run. One thread for good: OpenMP keeps its number of threads, and its memory, for each thread that calls it.
/// </summary>
internal sealed class JobRunner : IDisposable
{
    private readonly JobQueue _queue;
    private readonly IColorizationEngine _engine;
    private readonly ILogger _logger;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JobRunner(JobQueue queue, IColorizationEngine engine, ILogger<JobRunner> logger)
    {
        _queue = queue;
        _engine = engine;
        _logger = logger;
    }

    /// <summary>Completes when the queue was closed and the last job is done. Fails when the thread ended before that: then no job will ever run again.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Starts the thread.</summary>
    public void Start() => new Thread(Run) { IsBackground = true, Name = "Jobs" }.Start();

    public void Dispose() => _queue.Close(cancelRunning: true);

    private void Run()
    {
        try
        {
            _engine.WarmUp();
            while (_queue.Take() is { } job)
            {
                job.Run();
                _queue.Finish(job);
            }

            _ended.TrySetResult();
        }
        catch (Exception e)
        {
            Log.Unexpected(_logger, e);
            _ended.TrySetException(new InvalidOperationException("The thread that colours pictures has failed.", e));
        }
    }
}
