namespace StreamJsonRpc.Handlers;

/// <summary>Cuts a stream into the bodies of <c>Content-Length</c> frames; never holds more than one frame and one header line.</summary>
internal sealed class FrameReader
{
    private const int FirstBodyBytes = 16 * 1024;

    private readonly Stream _stream;
    private readonly FrameLimits _limits;
    private readonly byte[] _buffer;
    private int _start;
    private int _end;

    public FrameReader(Stream stream, FrameLimits limits)
    {
        _stream = stream;
        _limits = limits;
        _buffer = new byte[limits.MaxHeaderLineBytes];
    }

    /// <summary>The body of the next frame, or null when the stream ends before its first byte.</summary>
    /// <exception cref="BadRpcHeaderException">The header is not one, or goes beyond the limits.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within a frame.</exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_start == _end && !await FillAsync(cancellationToken).ConfigureAwait(false)) return null;
        int length = await ReadHeadersAsync(cancellationToken).ConfigureAwait(false);
        return await ReadBodyAsync(length, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<int> ReadHeadersAsync(CancellationToken cancellationToken)
    {
        int? length = null;
        for (int lines = 0; ; lines++)
        {
            int lineLength = await FindLineAsync(cancellationToken).ConfigureAwait(false);
            var header = FrameHeader.Parse(_buffer.AsSpan(_start, lineLength));
            _start += lineLength;
            if (header.IsEnd) break;
            if (lines == _limits.MaxHeaderLines)
                throw new BadRpcHeaderException($"A message has more than {_limits.MaxHeaderLines} header lines.");
            length = header.ContentLength ?? length;
        }

        if (length is not { } content) throw new BadRpcHeaderException("No Content-Length header detected.");
        if (content <= 0) throw new BadRpcHeaderException($"Content-Length must be greater than zero, not {content}.");
        if (content > _limits.MaxContentBytes)
            throw new BadRpcHeaderException($"A message of {content} bytes was announced; at most {_limits.MaxContentBytes} are accepted.");
        return content;
    }

    /// <summary>The length of the line at the start of the buffer, with its line feed.</summary>
    private async ValueTask<int> FindLineAsync(CancellationToken cancellationToken)
    {
        int searched = 0;
        while (true)
        {
            int feed = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (feed >= 0) return searched + feed + 1;
            searched = _end - _start;
            if (searched == _buffer.Length)
                throw new BadRpcHeaderException($"A header line is longer than {_limits.MaxHeaderLineBytes} bytes.");
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                throw new EndOfStreamException("The stream ended within the header of a message.");
        }
    }

    /// <summary>Reads more behind what is there; false at the end of the stream. There must be room, at least after moving to the front.</summary>
    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        int count = await _stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }

    private async ValueTask<byte[]> ReadBodyAsync(int length, CancellationToken cancellationToken)
    {
        // Memory follows what has come, not what was announced. The first piece takes all that the buffer holds.
        byte[] body = new byte[Math.Min(length, Math.Max(FirstBodyBytes, _buffer.Length))];
        int filled = Math.Min(body.Length, _end - _start);
        _buffer.AsSpan(_start, filled).CopyTo(body);
        _start += filled;
        while (filled < length)
        {
            if (filled == body.Length) Array.Resize(ref body, (int)Math.Min(length, 2L * body.Length));
            int count = await _stream.ReadAsync(body.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            if (count == 0) throw new EndOfStreamException($"The stream ended after {filled} of the {length} bytes of a message.");
            filled += count;
        }

        return body;
    }
}
