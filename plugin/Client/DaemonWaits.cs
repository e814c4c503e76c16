using System.Globalization;
using PdnColorize.Protocol;

namespace PdnColorize.Client;

/// <summary>How long the client waits for what. Nothing it does waits without one of these.</summary>
public sealed record DaemonWaits
{
    /// <summary>Environment variable with a factor for these waits, for very slow or busy machines; 1 unless set.</summary>
    public const string PatienceVariable = "PDNCOLORIZE_PATIENCE";

    private const double MostPatience = 1000;

    /// <summary>For a listening daemon to take the call. One that has a free listener takes it within a millisecond.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>For a new daemon to listen and answer hello, and for a daemon that is ending, full or being started by another caller.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Between two looks at a starting daemon: whether it listens, whether its process lives.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>For the answer to hello of a daemon that runs already; one that is starting has as long as <see cref="Start"/> leaves.</summary>
    public TimeSpan Hello { get; init; } = ProtocolLimits.HelloTime;

    /// <summary>For the answer to listModels, status and shutdown.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For a sign of life of a job: many times <see cref="ProtocolLimits.ProgressHeartbeat"/>, for machines that are very busy.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For the answer to a cancelled job, so that the daemon is free again when the caller goes on; then it is no longer waited for.</summary>
    public TimeSpan Cancel { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>For the daemon's process to end after a shutdown; the running job may be a large picture.</summary>
    public TimeSpan Shutdown { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>These waits times what <see cref="PatienceVariable"/> says; looks and cancellation stay as quick as they are.</summary>
    public DaemonWaits WithPatience() => WithPatience(
        double.TryParse(Environment.GetEnvironmentVariable(PatienceVariable), NumberStyles.Float, CultureInfo.InvariantCulture, out double factor)
            && factor is >= 1 and <= MostPatience ? factor : 1);

    private DaemonWaits WithPatience(double factor) => this with
    {
        Connect = Connect * factor,
        Start = Start * factor,
        Hello = Hello * factor,
        Call = Call * factor,
        Silence = Silence * factor,
        Shutdown = Shutdown * factor,
    };
}
