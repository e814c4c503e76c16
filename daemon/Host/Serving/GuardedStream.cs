namespace PdnColorize.Host.Serving;

/// <summary>
/// A connection's stream with limits: frames are checked by a <see cref="FrameGuard"/>; one that has begun must be complete in time, and so must a write; and nothing more
/// is read from a caller that does not take its answers, so that neither side of a connection can fill our memory.
/// </summary>
/// <param name="inner">The pipe; disposed with this.</param>
/// <param name="guard">Checks what arrives.</param>
/// <param name="patience">How long a frame or a write may take.</param>
internal sealed class GuardedStream(Stream inner, FrameGuard guard, TimeSpan patience) : AsynchronousStream
{
    private readonly SemaphoreSlim _writing = new(1);
    private CancellationTokenSource _readTimer = new();
    private long _frameBegan;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Waits while an answer is on its way.
        await _writing.WaitAsync(cancellationToken);
        _writing.Release();
        int read = guard.IsInsideFrame ? await ReadInTime(buffer, cancellationToken) : await inner.ReadAsync(buffer, cancellationToken);
        bool wasInside = guard.IsInsideFrame;
        long frames = guard.CompleteFrames;
        guard.Advance(buffer.Span[..read]);
        if (!wasInside || guard.CompleteFrames != frames) _frameBegan = Environment.TickCount64;
        return read;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            using CancellationTokenSource timer = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timer.CancelAfter(patience);
            await inner.WriteAsync(buffer, timer.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            await inner.DisposeAsync();
            throw new IOException("The caller does not read its answers.", e);
        }
        finally
        {
            _writing.Release();
        }
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            _readTimer.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadInTime(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        // From the frame's first byte, so that a byte now and then does not buy more time.
        TimeSpan left = patience - TimeSpan.FromMilliseconds(Environment.TickCount64 - _frameBegan);
        if (left <= TimeSpan.Zero) throw new IOException("A message did not arrive in time.");
        if (!_readTimer.TryReset())
        {
            _readTimer.Dispose();
            _readTimer = new CancellationTokenSource();
        }

        _readTimer.CancelAfter(left);
        using CancellationTokenRegistration link = cancellationToken.UnsafeRegister(static timer => ((CancellationTokenSource)timer!).Cancel(), _readTimer);
        try
        {
            return await inner.ReadAsync(buffer, _readTimer.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException("A message did not arrive in time.", e);
        }
    }
}
