using Microsoft.Extensions.Logging;
using PdnColorize.Host.Engine;
using PdnColorize.Host.Jobs;
using PdnColorize.Host.Settings;

namespace PdnColorize.Host.Serving;

/// <summary>What the connections of a daemon share.</summary>
internal sealed class DaemonServices(
    DaemonOptions options,
    IColorizationEngine engine,
    JobQueue queue,
    PixelArrays arrays,
    DaemonStatistics statistics,
    ConnectionSet connections,
    TimeProvider time,
    ILogger<DaemonServices> logger)
{
    private readonly TaskCompletionSource<(string Reason, bool CancelRunning)> _stop = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _haste = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly TaskCompletionSource _firstHello = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DaemonOptions Options => options;

    public IColorizationEngine Engine => engine;

    public JobQueue Queue => queue;

    public PixelArrays Arrays => arrays;

    public DaemonStatistics Statistics => statistics;

    public ConnectionSet Connections => connections;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    /// <summary>Completes when somebody wants the daemon to end.</summary>
    public Task<(string Reason, bool CancelRunning)> StopRequested => _stop.Task;

    /// <summary>Completes when somebody does not want to wait for the job that runs, be it at once or after asking politely.</summary>
    public Task HasteRequested => _haste.Task;

    /// <summary>Completes when the first caller has the answer to its hello.</summary>
    public Task FirstHello => _firstHello.Task;

    /// <summary>A caller has the answer to its hello.</summary>
    public void ReportHello() => _firstHello.TrySetResult();

    /// <summary>Asks the daemon to end. Jobs are refused from now on.</summary>
    public void RequestStop(string reason, bool cancelRunning)
    {
        queue.Close(cancelRunning);
        if (cancelRunning) _haste.TrySetResult();
        _stop.TrySetResult((reason, cancelRunning));
    }
}
