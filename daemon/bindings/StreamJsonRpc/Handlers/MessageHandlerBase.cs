using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>What message handlers share: one message is written at a time, in the order of the calls, and a disposed handler is out of use.</summary>
public abstract class MessageHandlerBase : IJsonRpcMessageHandler, IDisposable
{
    private readonly CancellationTokenSource _disposal = new();
    private readonly SemaphoreSlim _sending = new(1);
    private int _disposed;

    protected MessageHandlerBase(IJsonRpcMessageFormatter formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Formatter = formatter;
        // Taken once: the token stays usable after its source is gone.
        DisposalToken = _disposal.Token;
    }

    public abstract bool CanRead { get; }

    public abstract bool CanWrite { get; }

    public IJsonRpcMessageFormatter Formatter { get; }

    protected CancellationToken DisposalToken { get; }

    /// <summary>The handler was disposed, or a transport error left half a message behind: nothing more can be sent.</summary>
    internal bool IsUnusable => DisposalToken.IsCancellationRequested || TransportFailed;

    private protected bool TransportFailed { get; set; }

    public async ValueTask<JsonRpcMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        if (!CanRead) throw new InvalidOperationException("There is no stream to read from.");
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(DisposalToken.IsCancellationRequested, this);
        try
        {
            return await ReadCoreAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    /// <summary>
    /// Sends a message. <paramref name="cancellationToken"/> counts until the first byte leaves: half a message would end the
    /// connection.
    /// </summary>
    public async ValueTask WriteAsync(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (!CanWrite) throw new InvalidOperationException("There is no stream to write to.");
        cancellationToken.ThrowIfCancellationRequested();
        await EnterSendingAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            ObjectDisposedException.ThrowIf(DisposalToken.IsCancellationRequested, this);
            await WriteCoreAsync(content, cancellationToken).ConfigureAwait(false);
            await FlushAsync(DisposalToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (DisposalToken.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(GetType().FullName, e);
        }
        catch (ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        finally
        {
            _sending.Release();
        }
    }

    [Obsolete("Call DisposeAsync instead.")]
    public void Dispose()
    {
        DisposeAsync().GetAwaiter().GetResult();
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends pending reads and writes and releases the streams and the formatter.</summary>
    public virtual async Task DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        await _disposal.CancelAsync().ConfigureAwait(false);
        DisposeReader();
        DisposeWriter();
        Dispose(true);
        _disposal.Dispose();
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) (Formatter as IDisposable)?.Dispose();
    }

    protected virtual void DisposeReader()
    {
    }

    protected virtual void DisposeWriter()
    {
    }

    protected abstract ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken);

    protected abstract ValueTask WriteCoreAsync(JsonRpcMessage content, CancellationToken cancellationToken);

    protected abstract ValueTask FlushAsync(CancellationToken cancellationToken);

    private async Task EnterSendingAsync(CancellationToken cancellationToken)
    {
        // A free semaphore is entered without a pause, so that a caller's first message starts before its first await.
        if (_sending.Wait(0, CancellationToken.None)) return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, DisposalToken);
        try
        {
            await _sending.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ObjectDisposedException(GetType().FullName, e);
        }
    }
}
