namespace StreamJsonRpc.Targets;

/// <summary>
/// Runs what is posted one after the other, in order, on the thread pool. What continues after a wait is free: the context is
/// not current while its work runs.
/// </summary>
internal sealed class NonConcurrentSynchronizationContext : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private bool _running;

    public override void Post(SendOrPostCallback d, object? state)
    {
        lock (_queue)
        {
            _queue.Enqueue((d, state));
            if (_running) return;
            _running = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static context => context.Run(), this, preferLocal: false);
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException();

    public override SynchronizationContext CreateCopy() => this;

    private void Run()
    {
        (SendOrPostCallback Callback, object? State) work;
        lock (_queue) work = _queue.Dequeue();
        try
        {
            work.Callback(work.State);
        }
        finally
        {
            bool more;
            lock (_queue) more = _running = _queue.Count > 0;
            // One piece at a time, so that a long queue does not keep a thread from other work.
            if (more) ThreadPool.UnsafeQueueUserWorkItem(static context => context.Run(), this, preferLocal: false);
        }
    }
}
