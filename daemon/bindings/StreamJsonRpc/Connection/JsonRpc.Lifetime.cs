using System.Diagnostics;

namespace StreamJsonRpc;

public partial class JsonRpc
{
    private readonly CancellationTokenSource _disconnected = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _disconnectedLock = new();
    private EventHandler<JsonRpcDisconnectedEventArgs>? _disconnectedHandlers;
    private JsonRpcDisconnectedEventArgs? _disconnectedArgs;

    /// <summary>Raised once, before the streams are disposed; a subscriber who comes later is called at once.</summary>
    public event EventHandler<JsonRpcDisconnectedEventArgs>? Disconnected
    {
        add
        {
            JsonRpcDisconnectedEventArgs? args;
            lock (_disconnectedLock)
            {
                args = _disconnectedArgs;
                if (args is null) _disconnectedHandlers += value;
            }

            if (args is not null) value?.Invoke(this, args);
        }

        remove
        {
            lock (_disconnectedLock) _disconnectedHandlers -= value;
        }
    }

    /// <summary>Completes when the connection has ended and its streams are released; faults when an exception ended it.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Completes when no local method is running for the peer.</summary>
    public Task DispatchCompletion => _incoming.WhenIdleAsync();

    public bool IsDisposed { get; private set; }

    internal CancellationToken DisconnectedToken { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (IsDisposed) return;
        IsDisposed = true;
        if (disposing) Disconnect(new JsonRpcDisconnectedEventArgs("Stream has been disposed", DisconnectedReason.LocallyDisposed));
    }

    private void Disconnect(JsonRpcDisconnectedEventArgs args)
    {
        EventHandler<JsonRpcDisconnectedEventArgs>? handlers;
        lock (_disconnectedLock)
        {
            if (_disconnectedArgs is not null) return;
            _disconnectedArgs = args;
            (handlers, _disconnectedHandlers) = (_disconnectedHandlers, null);
        }

        bool ordinary = args.Reason is DisconnectedReason.LocallyDisposed or DisconnectedReason.RemotePartyTerminated;
        Trace(
            ordinary ? TraceEventType.Information : TraceEventType.Critical,
            TraceEvents.Closed,
            $"Connection closing ({args.Reason}: {args.Description}). {args.Exception}");
        _targets.RemoveEventRelays();
        try
        {
            handlers?.Invoke(this, args);
        }
        finally
        {
            _ = ShutDownAsync(args);
        }
    }

    /// <summary>Runs in the caller up to the first real wait: when Dispose returns, nothing waits for the peer any more.</summary>
    private async Task ShutDownAsync(JsonRpcDisconnectedEventArgs args)
    {
        List<Exception> errors = args.Exception is { } cause ? [cause] : [];
        void Try(Action action)
        {
            try
            {
                action();
            }
            catch (Exception e)
            {
                errors.Add(e);
            }
        }

        // Callbacks of cancelled methods run here and may throw; what follows must happen all the same.
        Try(_disconnected.Cancel);
        Task disposal = Task.CompletedTask;
        Try(() => disposal = ReleaseHandlerAsync());
        AbandonPendingCalls();
        try
        {
            await _targets.DisposeTargetsAsync(SynchronizationContextOrDefault).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            errors.Add(e);
        }

        try
        {
            await disposal.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            errors.Add(e);
        }

        if (errors.Count == 0) _completion.TrySetResult();
        else _completion.TrySetException(errors.Count == 1 ? errors[0] : new AggregateException(errors));
    }

    private Task ReleaseHandlerAsync()
    {
        if (_handler is MessageHandlerBase own) return own.DisposeAsync();
        (_handler as IDisposable)?.Dispose();
        return Task.CompletedTask;
    }
}
