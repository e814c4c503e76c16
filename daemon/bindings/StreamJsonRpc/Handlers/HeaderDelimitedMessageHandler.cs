using System.Buffers;
using System.Text;
using StreamJsonRpc.Handlers;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc;

/// <summary>Frames as language servers use them: <c>Content-Length: N</c>, an empty line, N bytes of UTF-8 JSON; lines end in CR LF.</summary>
public class HeaderDelimitedMessageHandler : PipeMessageHandler
{
    private readonly FrameLimits _limits;
    private readonly FrameReader? _reader;

    public HeaderDelimitedMessageHandler(Stream duplexStream, IJsonRpcMessageFormatter formatter)
        : this(duplexStream, duplexStream, formatter)
    {
    }

    public HeaderDelimitedMessageHandler(Stream? sendingStream, Stream? receivingStream, IJsonRpcMessageFormatter formatter)
        : this(sendingStream, receivingStream, formatter, new FrameLimits())
    {
    }

    internal HeaderDelimitedMessageHandler(Stream? sendingStream, Stream? receivingStream, IJsonRpcMessageFormatter formatter, FrameLimits limits)
        : base(sendingStream, receivingStream, formatter)
    {
        _limits = limits;
        _reader = receivingStream is null ? null : new FrameReader(receivingStream, limits);
    }

    protected override async ValueTask<JsonRpcMessage?> ReadCoreAsync(CancellationToken cancellationToken) =>
        await _reader!.ReadAsync(cancellationToken).ConfigureAwait(false) is { } body
            ? Formatter.Deserialize(new ReadOnlySequence<byte>(body))
            : null;

    /// <exception cref="InvalidOperationException">The message is longer than the peer would accept.</exception>
    protected override void Write(JsonRpcMessage content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ArrayBufferWriter<byte> body = new();
        Formatter.Serialize(body, content);
        if (body.WrittenCount > _limits.MaxContentBytes)
            throw new InvalidOperationException($"The message is {body.WrittenCount} bytes long; at most {_limits.MaxContentBytes} can be sent.");
        Outgoing.Write(Encoding.ASCII.GetBytes($"Content-Length: {body.WrittenCount}\r\n\r\n"));
        Outgoing.Write(body.WrittenSpan);
    }
}
