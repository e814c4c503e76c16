using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PdnColorize.Host.Jobs;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Pixels;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host.Serving;

/// <summary>The daemon's life: listens, works, ends when asked to, when idle, or when its process is asked to end.</summary>
internal sealed class DaemonService(
    DaemonAddress address, DaemonServices services, JobRunner runner, IHostApplicationLifetime lifetime, ILogger<DaemonService> logger) : BackgroundService
{
    /// <summary>How long answers may take to reach their callers at the end.</summary>
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(2);

    /// <summary>Idleness and abandoned pixels are looked for this often, or ten times within the idle limit where that is short.</summary>
    private static readonly TimeSpan LongestCheck = TimeSpan.FromSeconds(10);

    /// <summary>Whoever starts a daemon may be slow to greet it, as on a computer that is very busy; until then it is not idle before this.</summary>
    private static readonly TimeSpan LeastTimeToHello = TimeSpan.FromMinutes(1);

    private bool _pixelsFailed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using PipeServer server = new(address, services);
        server.Start();
        Task starting = StartRunnerAsync(stoppingToken);
        Log.Started(logger, Build.Version, Environment.ProcessId, services.Options.IdleTime);
        RemoveAbandonedPixels();
        try
        {
            (string reason, _) = await WaitForReason(stoppingToken);
            Log.Stopping(logger, reason);
        }
        catch (OperationCanceledException)
        {
            Log.Stopping(logger, "its process was asked to end");
            services.RequestStop("its process was asked to end", cancelRunning: true);
        }

        await starting;
        if (!await LastJob.WaitAsync(runner.Ended, services.HasteRequested, services.Time))
        {
            Log.JobHangs(logger, LastJob.LongestCancellation);
            throw new TimeoutException("The job that ran did not end when it was cancelled.");
        }

        await server.StopAsync(FarewellTime);
        Log.Stopped(logger);
        lifetime.StopApplication();
    }

    /// <summary>
    /// The runner begins by loading the libraries of the networks: hundreds of megabytes from the disk, and on Linux no other thread gets a function of any native library
    /// meanwhile. So the first hello, which needs many of them, goes first.
    /// </summary>
    private async Task StartRunnerAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAny(services.FirstHello, services.StopRequested, Task.Delay(Timeout.InfiniteTimeSpan, stoppingToken));
        runner.Start();
    }

    private async Task<(string Reason, bool CancelRunning)> WaitForReason(CancellationToken stoppingToken)
    {
        TimeSpan limit = services.Options.IdleTime;
        bool hasLimit = limit != Timeout.InfiniteTimeSpan;
        TimeSpan interval = hasLimit && limit / 10 < LongestCheck ? limit / 10 : LongestCheck;
        while (true)
        {
            try
            {
                Task first = await Task.WhenAny(services.StopRequested, runner.Ended).WaitAsync(interval, services.Time, stoppingToken);
                // Nobody asked for that: it has failed, and a daemon that takes jobs and runs none is worse than none, which callers replace.
                if (first == runner.Ended && !services.StopRequested.IsCompleted) services.RequestStop("its jobs cannot run any more", cancelRunning: true);
                return await services.StopRequested;
            }
            catch (TimeoutException)
            {
                RemoveAbandonedPixels();
                TimeSpan least = services.FirstHello.IsCompleted || limit > LeastTimeToHello ? limit : LeastTimeToHello;
                bool isIdle = hasLimit && services.Queue.Running + services.Queue.Waiting == 0 && services.Statistics.IdleFor >= least;
                if (isIdle) services.RequestStop("nothing to do", cancelRunning: false);
            }
        }
    }

    /// <summary>Callers that were killed leave theirs behind, and the next caller may not come for days.</summary>
    private void RemoveAbandonedPixels()
    {
        try
        {
            int removed = PixelMemory.RemoveAbandoned();
            if (removed > 0) Log.PixelsRemoved(logger, removed);
        }
        catch (Exception e) when (e is DaemonException or IOException or UnauthorizedAccessException)
        {
            // The folder is gone or no longer ours: whoever needs it is told. Here once is enough.
            if (!_pixelsFailed) Log.PixelsNotRemoved(logger, e.GetType().Name);
            _pixelsFailed = true;
        }
    }
}
