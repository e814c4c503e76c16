namespace StreamJsonRpc.Connection;

/// <summary>Counts the incoming messages that are under way, so that reading can pause when there are too many.</summary>
internal sealed class IncomingLoad(int limit)
{
    private readonly Lock _lock = new();
    private int _underWay;
    private TaskCompletionSource? _room;
    private TaskCompletionSource? _idle;

    public void Enter()
    {
        lock (_lock) _underWay++;
    }

    public void Leave()
    {
        TaskCompletionSource? room = null;
        TaskCompletionSource? idle = null;
        lock (_lock)
        {
            _underWay--;
            if (_underWay < limit) (room, _room) = (_room, null);
            if (_underWay == 0) (idle, _idle) = (_idle, null);
        }

        room?.TrySetResult();
        idle?.TrySetResult();
    }

    /// <summary>Completes when fewer than the limit are under way.</summary>
    public Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_underWay < limit) return Task.CompletedTask;
            _room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _room.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Completes when none is under way.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            if (_underWay == 0) return Task.CompletedTask;
            _idle ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }
}
