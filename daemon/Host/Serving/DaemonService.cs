using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PdnColorize.Host.Jobs;
using PdnColorize.Protocol.Pixels;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host.Serving;

/// <summary>The daemon's life: listens, works, ends when asked to, when idle, or when its process is asked to end.</summary>
internal sealed class DaemonService(
    DaemonAddress address, DaemonServices services, JobRunner runner, IHostApplicationLifetime lifetime, ILogger<DaemonService> logger) : BackgroundService
{
    /// <summary>How long answers may take to reach their callers at the end.</summary>
    private static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(2);

    /// <summary>Idleness is looked at this often, or ten times within the limit where that is short.</summary>
    private static readonly TimeSpan LongestIdleCheck = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using PipeServer server = new(address, services);
        server.Start();
        Task starting = StartRunnerAsync(stoppingToken);
        Log.Started(logger, Build.Version, Environment.ProcessId, services.Options.IdleTime);
        PixelMemory.RemoveAbandoned();
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
        await runner.Ended;
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
        if (limit == Timeout.InfiniteTimeSpan) return await services.StopRequested.WaitAsync(stoppingToken);
        TimeSpan interval = limit / 10 < LongestIdleCheck ? limit / 10 : LongestIdleCheck;
        while (true)
        {
            try
            {
                return await services.StopRequested.WaitAsync(interval, services.Time, stoppingToken);
            }
            catch (TimeoutException)
            {
                bool isIdle = services.Queue.Running + services.Queue.Waiting == 0 && services.Statistics.IdleFor >= limit;
                if (isIdle) services.RequestStop("nothing to do", cancelRunning: false);
            }
        }
    }
}
