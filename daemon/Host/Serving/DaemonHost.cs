using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PdnColorize.Host.Engine;
using PdnColorize.Host.Jobs;
using PdnColorize.Host.Logging;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host.Serving;

/// <summary>Puts the daemon together and runs it.</summary>
internal static class DaemonHost
{
    /// <summary>Threads that are there at once for calls, beside those of the job.</summary>
    public const int ThreadsForCallers = 4;

    /// <summary>Runs a daemon until it ends.</summary>
    /// <param name="address">Where callers find it.</param>
    /// <param name="options">Its settings, checked.</param>
    /// <param name="engine">Makes the engine.</param>
    /// <param name="cancellationToken">Ends it: the running job is cancelled.</param>
    /// <returns>False if another daemon has this address already.</returns>
    /// <exception cref="IOException">The pipe cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">Somebody else has a pipe of that name.</exception>
    public static async Task<bool> RunAsync(
        DaemonAddress address, DaemonOptions options, Func<IServiceProvider, IColorizationEngine> engine, CancellationToken cancellationToken)
    {
        // Before anything else: on Unix a second listener would steal the first one's callers.
        using ProcessLock? only = ProcessLock.TryTake(address.DaemonLock);
        if (only is null) return false;
        KeepThreadsForCallers();
        using IHost host = Build(address, options, engine);
        DaemonService service = host.Services.GetServices<IHostedService>().OfType<DaemonService>().Single();
        await host.RunAsync(cancellationToken);
        // The host reports a service that failed in the log alone, and would end as if all were well.
        if (service.ExecuteTask is { IsFaulted: true } failed) await failed;
        return true;
    }

    /// <summary>
    /// A job's loops take one thread of the pool for each core, for seconds on end, and beyond its minimum the pool adds one or two threads a second: calls, progress and cancellation would wait
    /// behind the picture.
    /// </summary>
    private static void KeepThreadsForCallers()
    {
        ThreadPool.GetMinThreads(out int workers, out int completionPorts);
        ThreadPool.SetMinThreads(Math.Max(workers, Environment.ProcessorCount + ThreadsForCallers), completionPorts);
    }

    private static IHost Build(DaemonAddress address, DaemonOptions options, Func<IServiceProvider, IColorizationEngine> engine)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        string folder = options.LogFolder ?? UserFolder.Logs;
        RollingFile file = new(folder, (long)options.LogMegabytes << 20, options.LogFiles);
        builder.Logging.SetMinimumLevel(Enum.Parse<LogLevel>(options.LogLevel, ignoreCase: true));
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddProvider(new FileLoggerProvider(file, TimeProvider.System));

        builder.Services.AddSingleton(address);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(engine);
        builder.Services.AddSingleton(new JobQueue(options.WaitingJobs));
        builder.Services.AddSingleton(new ConnectionSet(options.Connections));
        builder.Services.AddSingleton<PixelArrays>();
        builder.Services.AddSingleton<DaemonStatistics>();
        builder.Services.AddSingleton<DaemonServices>();
        builder.Services.AddSingleton<JobRunner>();
        builder.Services.AddHostedService<DaemonService>();
        // The command line watches for Ctrl+C and SIGTERM; two watchers would race.
        builder.Services.AddSingleton<IHostLifetime, CommandLifetime>();
        // A job is never cut off: whoever wants that ends the process.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Timeout.InfiniteTimeSpan);
        return builder.Build();
    }

    private sealed class CommandLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
