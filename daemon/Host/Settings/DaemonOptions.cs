using PdnColorize.Host.Commands;
using PdnColorize.Protocol;

namespace PdnColorize.Host.Settings;

/// <summary>
/// What a user may set for the daemon: in daemon.json beside the user's models, by environment variables PDNCOLORIZE_NAME, or on the command line; the latter win.
/// Does not change while the daemon runs.
/// </summary>
internal sealed class DaemonOptions
{
    /// <summary>The model used when a request names none.</summary>
    public string Model { get; init; } = CommonOptions.DefaultModel;

    /// <summary>auto, cpu, cuda or cuda:N.</summary>
    public string Device { get; init; } = CommonOptions.AnyDevice;

    /// <summary>Minutes without work after which the daemon ends; may be a fraction. 0: never.</summary>
    public double IdleMinutes { get; init; } = ProtocolLimits.DefaultIdleTime.TotalMinutes;

    /// <summary>Jobs that wait while one runs.</summary>
    public int WaitingJobs { get; init; } = ProtocolLimits.MaxWaitingJobs;

    /// <summary>Connections served at once.</summary>
    public int Connections { get; init; } = ProtocolLimits.MaxConnections;

    /// <summary>Models kept in memory.</summary>
    public int LoadedModels { get; init; } = 2;

    /// <summary>Drawings whose line art and colours are kept, so that only hints need new work.</summary>
    public int CachedDrawings { get; init; } = 8;

    /// <summary>Memory for them, in MiB.</summary>
    public int CacheMegabytes { get; init; } = 256;

    /// <summary>Folder of the log files; null for the user's own.</summary>
    public string? LogFolder { get; init; }

    /// <summary>Least level that is logged: Trace, Debug, Information, Warning, Error or None.</summary>
    public string LogLevel { get; init; } = "Information";

    /// <summary>Size at which a log file is put away, in MiB.</summary>
    public int LogMegabytes { get; init; } = 10;

    /// <summary>Log files kept.</summary>
    public int LogFiles { get; init; } = 5;

    /// <summary><see cref="IdleMinutes"/> as a time; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan IdleTime => IdleMinutes == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromMinutes(IdleMinutes);
}
