using System.IO.Pipes;
using PdnColorize.Client;
using PdnColorize.DaemonWithTestEngine;
using PdnColorize.Host.Serving;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.DaemonTests.Support;

/// <summary>A daemon of the test's own in this process: all of the product but the networks.</summary>
internal sealed class RunningDaemon : IAsyncDisposable
{
    /// <summary>Nothing here takes a tenth of this, however busy the machine is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stop = new();
    private readonly string _instance;
    private readonly LogFolder _logs = new();

    private RunningDaemon(DaemonOptions? options, string instance)
    {
        _instance = instance;
        Address = DaemonAddress.OfInstallation(AppContext.BaseDirectory, _instance);
        options ??= new DaemonOptions();
        DaemonOptions own = new()
        {
            IdleMinutes = options.IdleMinutes,
            Connections = options.Connections,
            LogFolder = _logs.Path,
        };
        Ended = Task.Run(() => DaemonHost.RunAsync(Address, own, _ => Engine, _stop.Token));
    }

    public DaemonAddress Address { get; }

    public TestEngine Engine { get; } = new();

    /// <summary>Completes when the daemon has ended by itself or was stopped.</summary>
    public Task<bool> Ended { get; }

    /// <summary>All that it logged.</summary>
    public string Log => _logs.Text;

    /// <summary>Starts one and does not greet it.</summary>
    public static RunningDaemon Start(DaemonOptions options) => new(options, Guid.NewGuid().ToString("N"));

    /// <summary>Starts one and waits until it answers.</summary>
    /// <param name="options">Its settings.</param>
    /// <param name="instance">Sets its address apart; null for a random text.</param>
    /// <param name="before">Called before it starts.</param>
    public static async Task<RunningDaemon> StartAsync(DaemonOptions? options = null, string? instance = null, Action? before = null)
    {
        before?.Invoke();
        RunningDaemon daemon = new(options, instance ?? Guid.NewGuid().ToString("N"));
        using Caller first = await daemon.CallAsync();
        return daemon;
    }

    /// <summary>Connects and says hello.</summary>
    public async Task<Caller> CallAsync()
    {
        Caller caller = new(await OpenPipeAsync());
        await caller.HelloAsync();
        return caller;
    }

    /// <summary>Connects without a word.</summary>
    public async Task<NamedPipeClientStream> OpenPipeAsync()
    {
        NamedPipeClientStream pipe = Address.CreateClient();
        await pipe.ConnectAsync((int)Patience.TotalMilliseconds);
        return pipe;
    }

    /// <summary>The product's own client for this daemon; it starts no other.</summary>
    /// <param name="shutdown">How long it waits for the daemon's end; null for as long as the product.</param>
    public DaemonClient CreateClient(TimeSpan? shutdown = null) => new(new DaemonClientOptions
    {
        ClientName = "test",
        DaemonPath = Path.Combine(AppContext.BaseDirectory, "DaemonWithTestEngine.dll"),
        Instance = _instance,
        Waits = new DaemonWaits { Start = TimeSpan.FromSeconds(5), Connect = TimeSpan.FromSeconds(5), Hello = Patience, Shutdown = shutdown ?? new DaemonWaits().Shutdown },
    });

    /// <summary>Ends it as its process's end would: the running job is cancelled.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Ended.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        finally
        {
            _stop.Dispose();
            _logs.Dispose();
        }
    }
}
