using PdnColorize.Protocol;
using StreamJsonRpc;

namespace PdnColorize.Host.Serving;

/// <summary>One connection, from its first byte to its end.</summary>
#pragma warning disable CA1001 // Its cancellation source is never disposed: see there.
internal sealed class ClientSession
#pragma warning restore CA1001
{
    /// <summary>Before hello a caller may send this much: hello itself has a few hundred bytes.</summary>
    private const int MaximumHelloBytes = 64 * 1024;

    /// <summary>How long a message or an answer may be on its way. Not for a whole job.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>One caller too many is told so, and then gets this long to leave by itself.</summary>
    private static readonly TimeSpan RefusalTime = TimeSpan.FromSeconds(1);

    private readonly DaemonServices _services;
    private readonly FrameGuard _guard = new(MaximumHelloBytes);
    private readonly TaskCompletionSource _greeted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Never disposed: jobs link to it and may outlive the connection, and without timers there is nothing to release.
    private readonly CancellationTokenSource _ended = new();
    private int _pending;

    public ClientSession(DaemonServices services, long number, bool isRefused = false)
    {
        _services = services;
        Number = number;
        IsRefused = isRefused;
    }

    /// <summary>Counts connections from 1.</summary>
    public long Number { get; }

    /// <summary>Whether this is a connection too many, whose hello is answered with that.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Whether the caller has said hello.</summary>
    public bool IsGreeted => _greeted.Task.IsCompleted;

    /// <summary>Whether answers are still to be sent.</summary>
    public bool IsWorking => Volatile.Read(ref _pending) > 0;

    /// <summary>Cancelled when the connection has ended, on whichever side.</summary>
    public CancellationToken Ended => _ended.Token;

    /// <summary>The caller said hello.</summary>
    public void Greet()
    {
        _guard.MaximumBody = ProtocolLimits.MaxMessageBytes;
        _greeted.TrySetResult();
    }

    /// <summary>A method was called.</summary>
    public void BeginAnswer() => Interlocked.Increment(ref _pending);

    /// <summary>Its answer has been sent, or cannot be, or nobody wants one.</summary>
    public void EndAnswer()
    {
        Interlocked.Decrement(ref _pending);
        if (IsGreeted) _services.ReportHello();
    }

    /// <summary>Serves the connection until either side ends it. Never throws.</summary>
    /// <returns>Why it ended, for the log.</returns>
    public async Task<string> RunAsync(Stream pipe, CancellationToken stop)
    {
        try
        {
            // Disposing the RPC cancels the calls that are under way.
            await using GuardedStream stream = new(pipe, _guard, Patience);
            SystemTextJsonFormatter formatter = new() { JsonSerializerOptions = ProtocolJson.CreateOptions() };
            using DaemonRpc rpc = new(new HeaderDelimitedMessageHandler(stream, formatter), this);
            rpc.AddLocalRpcTarget(new DaemonMethods(_services, this), new JsonRpcTargetOptions { NotifyClientOfEvents = false });
            rpc.StartListening();
            return await WaitForEnd(rpc, stop);
        }
        catch (Exception e)
        {
            // Whatever a caller sends, it ends its own connection at most. Messages of pipes and frames hold nothing of the picture.
            return e.GetType().Name + ": " + e.Message;
        }
        finally
        {
            await _ended.CancelAsync();
        }
    }

    private async Task<string> WaitForEnd(DaemonRpc rpc, CancellationToken stop)
    {
        using CancellationTokenSource waits = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task hello = IsRefused ? Task.Delay(RefusalTime, _services.Time, waits.Token) : Task.Delay(ProtocolLimits.HelloTime, _services.Time, waits.Token);
        Task first = await Task.WhenAny(rpc.Completion, _greeted.Task, hello);
        if (first == _greeted.Task) await Task.WhenAny(rpc.Completion, Task.Delay(Timeout.InfiniteTimeSpan, waits.Token));
        await waits.CancelAsync();
        if (rpc.Completion.IsCompleted)
        {
            await rpc.Completion;
            return "the caller left";
        }

        if (stop.IsCancellationRequested) return "the daemon stops";
        return IsRefused ? "too many connections" : "no hello in time";
    }
}
