using System.Globalization;
using System.Text;

namespace PdnColorize.Host.Serving;

/// <summary>
/// Watches the bytes of a connection as they arrive and refuses frames that no honest caller sends, before anything is buffered for them: JSON-RPC libraries have
/// no limit on the length of a message, of a header line or on the number of headers.
/// </summary>
/// <param name="maximumBody">Largest message in bytes for now; see <see cref="MaximumBody"/>.</param>
internal sealed class FrameGuard(int maximumBody)
{
    private const string LengthHeader = "Content-Length:";
    private const int LongestLine = 8 * 1024;
    private const int MostHeaders = 8;

    /// <summary>Only a line that could be the length is looked at; that one is short.</summary>
    private const int LongestLengthLine = 64;

    private readonly byte[] _line = new byte[LongestLengthLine];
    private int _lineLength;
    private int _headers;
    private int _contentLength = -1;
    private int _bodyLeft;
    private byte _last;

    /// <summary>Largest message in bytes.</summary>
    public int MaximumBody { get; set; } = maximumBody;

    /// <summary>Whether a frame has begun and is not complete.</summary>
    public bool IsInsideFrame => _bodyLeft > 0 || _lineLength > 0 || _headers > 0;

    /// <summary>Frames that arrived whole.</summary>
    public long CompleteFrames { get; private set; }

    /// <summary>Takes the next bytes of the connection, however they are cut.</summary>
    /// <exception cref="IOException">A frame breaks the rules; nothing after it can be trusted.</exception>
    public void Advance(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (_bodyLeft > 0)
            {
                int part = Math.Min(_bodyLeft, bytes.Length);
                _bodyLeft -= part;
                if (_bodyLeft == 0) CompleteFrames++;
                bytes = bytes[part..];
                continue;
            }

            AdvanceHeader(bytes[0]);
            bytes = bytes[1..];
        }
    }

    private void AdvanceHeader(byte next)
    {
        if (next == '\n')
        {
            if (_last != '\r') throw Broken("a header line ends without carriage return");
            EndLine();
            _last = 0;
            return;
        }

        if (_last == '\r') throw Broken("a carriage return stands within a header line");
        _last = next;
        if (next == '\r') return;
        if (_lineLength < _line.Length) _line[_lineLength] = next;
        if (++_lineLength > LongestLine) throw Broken("a header line is too long");
    }

    private void EndLine()
    {
        if (_lineLength == 0)
        {
            if (_contentLength < 0) throw Broken("it has no Content-Length");
            _bodyLeft = _contentLength;
            _contentLength = -1;
            _headers = 0;
            return;
        }

        if (++_headers > MostHeaders) throw Broken("it has too many headers");
        ReadLength();
        _lineLength = 0;
    }

    private void ReadLength()
    {
        string line = Encoding.Latin1.GetString(_line, 0, Math.Min(_lineLength, _line.Length));
        if (!line.StartsWith(LengthHeader, StringComparison.Ordinal)) return;
        // Which of two lengths the library below takes is its own affair; nobody sends two.
        if (_contentLength >= 0) throw Broken("it has two lengths");
        ReadOnlySpan<char> value = line.AsSpan(LengthHeader.Length).Trim(' ');
        if (_lineLength > _line.Length || !int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int length) || length < 1)
            throw Broken("its length makes no sense");
        if (length > MaximumBody) throw Broken("it is too long");
        _contentLength = length;
    }

    private static IOException Broken(string reason) => new($"A message breaks the rules of the protocol: {reason}.");
}
