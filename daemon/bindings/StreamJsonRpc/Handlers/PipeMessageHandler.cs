using System.Buffers;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>
/// A handler over streams. A message is written to memory first and sent whole, so that one that cannot be written leaves no
/// trace on the wire. The package uses pipes here; streams are all that this stand-in takes.
/// </summary>
public abstract class PipeMessageHandler : MessageHandlerBase
{
    /// <summary>A buffer that one large message left behind is not kept.</summary>
    private const int MaxKeptBufferBytes = 64 * 1024;

    private readonly Stream? _writer;
    private ArrayBufferWriter<byte> _outgoing = new();

    protected PipeMessageHandler(Stream? writer, Stream? reader, IJsonRpcMessageFormatter formatter)
        : base(formatter)
    {
        _writer = writer;
        ReadingStream = reader;
    }

    public override bool CanRead => ReadingStream is not null;

    public override bool CanWrite => _writer is not null;

    private protected Stream? ReadingStream { get; }

    /// <summary>Takes the bytes of a message; empty when <see cref="Write"/> is called.</summary>
    private protected IBufferWriter<byte> Outgoing => _outgoing;

    protected sealed override ValueTask WriteCoreAsync(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        try
        {
            Write(content, cancellationToken);
            return default;
        }
        catch
        {
            Clear();
            throw;
        }
    }

    /// <summary>Writes a message to memory; nothing of it is sent when this throws.</summary>
    protected abstract void Write(JsonRpcMessage content, CancellationToken cancellationToken);

    /// <summary>Sends what was written. An error here leaves half a message behind: the transport is of no more use.</summary>
    protected override async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _writer!.WriteAsync(_outgoing.WrittenMemory, cancellationToken).ConfigureAwait(false);
            await _writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            TransportFailed = true;
            throw;
        }
        finally
        {
            Clear();
        }
    }

    protected override void DisposeReader()
    {
        // Disposing is what ends a pending read: not every stream heeds a cancellation token.
        DisposeQuietly(ReadingStream);
        base.DisposeReader();
    }

    protected override void DisposeWriter()
    {
        if (!ReferenceEquals(_writer, ReadingStream)) DisposeQuietly(_writer);
        base.DisposeWriter();
    }

    private static void DisposeQuietly(Stream? stream)
    {
        try
        {
            stream?.Dispose();
        }
        catch (Exception)
        {
            // A stream whose other end is gone may complain here; there is nothing left to do about it.
        }
    }

    private void Clear()
    {
        if (_outgoing.Capacity > MaxKeptBufferBytes) _outgoing = new ArrayBufferWriter<byte>();
        else _outgoing.ResetWrittenCount();
    }
}
