using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using PdnColorize.Client;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.DaemonTests.Support;

/// <summary>The test daemon as processes: with an address and a log of its own. Ends what its callers started.</summary>
internal sealed class DaemonInstallation : IAsyncDisposable
{
    /// <summary>Names the executable where it does not lie beside the tests.</summary>
    private const string PathVariable = "PDNCOLORIZE_TEST_ENGINE_DAEMON";

    private readonly LogFolder _logs = new();
    private readonly string _instance = Guid.NewGuid().ToString("N");
    private readonly string[] _arguments;

    private DaemonInstallation(double idleMinutes) => _arguments = ["serve", "--background", "--idle-minutes", Text(idleMinutes)];

    public static string DaemonPath { get; } = Environment.GetEnvironmentVariable(PathVariable)
        ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "DaemonWithTestEngine.exe" : "DaemonWithTestEngine");

    /// <summary>Long enough for a busy machine.</summary>
    public static DaemonWaits PatientWaits { get; } = new()
    {
        Connect = RunningDaemon.Patience,
        Start = RunningDaemon.Patience * 2,
        Hello = RunningDaemon.Patience,
        Call = RunningDaemon.Patience,
        Shutdown = RunningDaemon.Patience,
    };

    public DaemonAddress Address => DaemonAddress.OfInstallation(Path.GetDirectoryName(DaemonPath)!, _instance);

    /// <summary>All that its daemons logged.</summary>
    public string Log => _logs.Text;

    /// <summary>An address at which nothing runs yet.</summary>
    /// <param name="idleMinutes">Minutes without work after which its daemons end.</param>
    public static DaemonInstallation Create(double idleMinutes = 5) => new(idleMinutes);

    /// <summary>Sets the minutes without work after which daemons end that start from now on, for all clients: they hold this very list.</summary>
    public void SetIdleMinutes(double minutes) => _arguments[^1] = Text(minutes);

    /// <summary>The product's client; it starts a daemon when there is none.</summary>
    /// <param name="shutdown">How long it waits for the daemon's end; null for long enough.</param>
    public DaemonClient CreateClient(TimeSpan? shutdown = null) => new(new DaemonClientOptions
    {
        ClientName = "test",
        DaemonPath = DaemonPath,
        DaemonArguments = _arguments,
        Instance = _instance,
        Waits = shutdown is null ? PatientWaits : PatientWaits with { Shutdown = shutdown.Value },
        DaemonEnvironment = CreateEnvironment(),
    });

    /// <summary>Starts the executable: as a daemon with its usual arguments, or as what other arguments say.</summary>
    public Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new(DaemonPath, arguments.Length == 0 ? _arguments : arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string? value) in CreateEnvironment()) start.Environment[name] = value;
        start.Environment[DaemonAddress.InstanceVariable] = _instance;
        return Process.Start(start)!;
    }

    /// <summary>A connection that keeps to no rule but the wire's; says hello.</summary>
    public async Task<Caller> CallAsync()
    {
        NamedPipeClientStream pipe = Address.CreateClient();
        await pipe.ConnectAsync((int)RunningDaemon.Patience.TotalMilliseconds);
        Caller caller = new(pipe);
        await caller.HelloAsync();
        return caller;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using DaemonClient client = CreateClient();
            await client.ShutdownAsync(finishRunningJob: false);
        }
        catch (DaemonException)
        {
            // None runs.
        }

        _logs.Dispose();
    }

    private static string Text(double minutes) => minutes.ToString(CultureInfo.InvariantCulture);

    private Dictionary<string, string?> CreateEnvironment() => new() { ["PDNCOLORIZE_LOGFOLDER"] = _logs.Path };
}
