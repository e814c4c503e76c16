using System.Buffers;
using System.Text;
using StreamJsonRpc.Handlers;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>Frames as language servers use them: <c>Content-Length: N</c>, an empty line, N bytes of UTF-8 JSON; lines end in CR LF.</summary>
public class HeaderDelimitedMessageHandler : MessageHandlerBase
{
    /// <summary>A buffer that one large message left behind is not kept.</summary>
    private const int MaxKeptBufferBytes = 64 * 1024;

    private readonly Stream? _sendingStream;
    private readonly Stream? _receivingStream;
    private readonly FrameLimits _limits;
    private readonly FrameReader? _reader;
    private ArrayBufferWriter<byte> _content = new();

    public HeaderDelimitedMessageHandler(Stream duplexStream, IJsonRpcMessageFormatter formatter)
        : this(duplexStream, duplexStream, formatter)
    {
    }

    public HeaderDelimitedMessageHandler(Stream? sendingStream, Stream? receivingStream, IJsonRpcMessageFormatter formatter)
        : this(sendingStream, receivingStream, formatter, new FrameLimits())
    {
    }

    internal HeaderDelimitedMessageHandler(Stream? sendingStream, Stream? receivingStream, IJsonRpcMessageFormatter formatter, FrameLimits limits)
        : base(formatter)
    {
        _sendingStream = sendingStream;
        _receivingStream = receivingStream;
        _limits = limits;
        _reader = receivingStream is null ? null : new FrameReader(receivingStream, limits);
    }

    public override bool CanRead => _reader is not null;

    public override bool CanWrite => _sendingStream is not null;

    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken) =>
        await _reader!.ReadAsync(cancellationToken).ConfigureAwait(false) is { } body
            ? Formatter.Deserialize(new ReadOnlySequence<byte>(body))
            : null;

    protected override async ValueTask WriteCoreAsync(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        byte[] frame = ArrayPool<byte>.Shared.Rent(0);
        try
        {
            int length = Frame(content, ref frame);
            cancellationToken.ThrowIfCancellationRequested();
            // From here on the caller's token no longer counts; only disposal ends the transfer.
            await SendAsync(frame.AsMemory(0, length)).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }
    }

    protected override async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _sendingStream!.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            TransportFailed = true;
            throw;
        }
    }

    protected override void DisposeReader()
    {
        // Disposing is what ends a pending read: not every stream heeds a cancellation token.
        DisposeQuietly(_receivingStream);
        base.DisposeReader();
    }

    protected override void DisposeWriter()
    {
        if (!ReferenceEquals(_sendingStream, _receivingStream)) DisposeQuietly(_sendingStream);
        base.DisposeWriter();
    }

    private static void DisposeQuietly(Stream? stream)
    {
        try
        {
            stream?.Dispose();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException)
        {
            // A pipe whose other end is gone may complain here; there is nothing left to do about it.
        }
    }

    private int Frame(JsonRpcMessage message, ref byte[] frame)
    {
        try
        {
            Formatter.Serialize(_content, message);
            int contentLength = _content.WrittenCount;
            if (contentLength > _limits.MaxContentBytes)
            {
                throw new InvalidOperationException(
                    $"The message is {contentLength} bytes long; at most {_limits.MaxContentBytes} can be sent.");
            }

            byte[] header = Encoding.ASCII.GetBytes($"Content-Length: {contentLength}\r\n\r\n");
            ArrayPool<byte>.Shared.Return(frame);
            frame = ArrayPool<byte>.Shared.Rent(header.Length + contentLength);
            header.CopyTo(frame, 0);
            _content.WrittenSpan.CopyTo(frame.AsSpan(header.Length));
            return header.Length + contentLength;
        }
        finally
        {
            if (_content.Capacity > MaxKeptBufferBytes) _content = new ArrayBufferWriter<byte>();
            else _content.ResetWrittenCount();
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> frame)
    {
        try
        {
            await _sendingStream!.WriteAsync(frame, DisposalToken).ConfigureAwait(false);
        }
        catch
        {
            TransportFailed = true;
            throw;
        }
    }
}
