using System.Collections.Concurrent;
using System.IO.Pipes;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host.Serving;

/// <summary>Accepts connections and serves them.</summary>
/// <param name="address">Where callers look for the daemon; its lock must be held.</param>
/// <param name="services">What the connections share.</param>
/// <param name="accept">Waits for a caller; null for the pipe's own way.</param>
internal sealed class PipeServer(DaemonAddress address, DaemonServices services, Func<NamedPipeServerStream, CancellationToken, Task>? accept = null) : IAsyncDisposable
{
    /// <summary>Callers that come at the same instant each find a listener; the next ones wait for a moment only.</summary>
    private const int Listeners = 4;

    /// <summary>Refused callers are held no longer than it takes to tell them; beyond this many they are cut off without a word.</summary>
    private const int MostRefused = 32;

    private static readonly TimeSpan RetryTime = TimeSpan.FromMilliseconds(200);

    private readonly Func<NamedPipeServerStream, CancellationToken, Task> _accept = accept ?? ((pipe, stop) => pipe.WaitForConnectionAsync(stop));
    private readonly CancellationTokenSource _stopListening = new();
    private readonly CancellationTokenSource _stopServing = new();
    private readonly ConcurrentDictionary<ClientSession, Task> _sessions = [];
    private readonly List<Task> _listeners = [];
    private long _lastNumber;

    /// <summary>Begins to accept connections.</summary>
    /// <exception cref="IOException">The pipe cannot be created.</exception>
    /// <exception cref="UnauthorizedAccessException">Somebody else has a pipe of that name.</exception>
    public void Start()
    {
        for (int i = 0; i < Listeners; i++)
        {
            // All exist before anyone is served: were all listeners busy for an instant, the socket would be gone on Unix.
            NamedPipeServerStream pipe = address.CreateServer(isFirst: i == 0);
            _listeners.Add(Task.Run(() => ListenAsync(pipe)));
        }

        Log.Listening(services.Logger);
    }

    /// <summary>Stops accepting, waits for answers that are on their way, and ends all connections.</summary>
    /// <param name="patience">How long to wait for them.</param>
    public async Task StopAsync(TimeSpan patience)
    {
        long began = Environment.TickCount64;
        while (_sessions.Keys.Any(session => session.IsWorking) && Environment.TickCount64 - began < patience.TotalMilliseconds) await Task.Delay(10);
        await _stopListening.CancelAsync();
        await Task.WhenAll(_listeners);
        await _stopServing.CancelAsync();
        await Task.WhenAll(_sessions.Values);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.Zero);
        _stopListening.Dispose();
        _stopServing.Dispose();
    }

    private async Task ListenAsync(NamedPipeServerStream pipe)
    {
        bool hasFailed = false;
        while (true)
        {
            try
            {
                await _accept(pipe, _stopListening.Token);
                // The next listener exists before this one is busy, for the same reason.
                NamedPipeServerStream next = address.CreateServer(isFirst: false);
                Serve(pipe);
                pipe = next;
                hasFailed = false;
            }
            catch (OperationCanceledException) when (_stopListening.IsCancellationRequested)
            {
                await pipe.DisposeAsync();
                return;
            }
            catch (Exception e)
            {
                // A caller of another user, one that left at once, no handles left, or whatever else: none may leave a daemon that listens no more. A lack lasts, and would fill the log.
                if (hasFailed) await WaitAsync();
                else Log.AcceptFailed(services.Logger, e);
                hasFailed = true;
                pipe = await ReplaceAsync(pipe);
            }
        }
    }

    private async Task<NamedPipeServerStream> ReplaceAsync(NamedPipeServerStream pipe)
    {
        while (true)
        {
            try
            {
                NamedPipeServerStream next = address.CreateServer(isFirst: false);
                await pipe.DisposeAsync();
                return next;
            }
            catch (Exception) when (!_stopListening.IsCancellationRequested)
            {
                await WaitAsync();
            }
            catch (Exception)
            {
                // It is not used any more.
                return pipe;
            }
        }
    }

    private async Task WaitAsync() => await Task.Delay(RetryTime, _stopListening.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void Serve(NamedPipeServerStream pipe)
    {
        ClientSession session = new(services, Interlocked.Increment(ref _lastNumber));
        if (!services.Connections.TryAdd(session))
        {
            Log.ConnectionRefused(services.Logger, session.Number, services.Connections.Count);
            if (_sessions.Count > services.Options.Connections + MostRefused)
            {
                pipe.Dispose();
                return;
            }

            session.IsRefused = true;
        }

        // In the list before it runs, since it leaves the list by itself when it ends.
        _sessions[session] = Task.CompletedTask;
        _sessions.TryUpdate(session, Task.Run(() => ServeAsync(session, pipe)), Task.CompletedTask);
    }

    private async Task ServeAsync(ClientSession session, NamedPipeServerStream pipe)
    {
        Log.ConnectionOpened(services.Logger, session.Number);
        string reason = await session.RunAsync(pipe, _stopServing.Token);
        services.Connections.Remove(session);
        Log.ConnectionClosed(services.Logger, session.Number, reason);
        _sessions.TryRemove(session, out _);
    }
}
