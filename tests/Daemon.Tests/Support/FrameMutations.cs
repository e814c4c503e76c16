using System.Text;

namespace PdnColorize.DaemonTests.Support;

/// <summary>Frames that were once good: bits flipped, cut, repeated, with lies about their length, with deep JSON, with endless headers. The same seed gives the same frames.</summary>
internal sealed class FrameMutations(int seed)
{
    private static readonly byte[][] Seeds =
    [
        ConnectionTests.Frame(ConnectionTests.Hello),
        ConnectionTests.Frame("""{"jsonrpc":"2.0","id":2,"method":"status","params":[]}"""),
        ConnectionTests.Frame("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}}"""),
        ConnectionTests.Frame("""{"jsonrpc":"2.0","id":99,"result":{}}"""),
        ConnectionTests.Frame("""{"jsonrpc":"2.0","id":3,"method":"colorize","params":[{"requestId":"a","lineArt":{"name":"x","width":1,"height":1,"stride":4},"result":{"name":"y","width":1,"height":1,"stride":4}},1]}"""),
        ConnectionTests.Frame("""[{"jsonrpc":"2.0","id":2,"method":"status","params":[]}]"""),
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next frame, or what is left of it.</summary>
    public byte[] Next()
    {
        byte[] frame = [.. Seeds[_random.Next(Seeds.Length)]];
        switch (_random.Next(7))
        {
            case 0:
                for (int flips = _random.Next(1, 6); flips > 0; flips--) frame[_random.Next(frame.Length)] ^= (byte)(1 << _random.Next(8));
                return frame;
            case 1:
                return frame[.._random.Next(frame.Length)];
            case 2:
                return Encoding.ASCII.GetBytes($"Content-Length: {_random.NextInt64(-5, 3_000_000_000)}\r\n\r\n{{}}");
            case 3:
                int depth = _random.Next(30, 5000);
                return ConnectionTests.Frame("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\",\"params\":" + new string('[', depth) + new string(']', depth) + "}");
            case 4:
                return Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X-Header: 1\r\n", _random.Next(1, 200))));
            case 5:
                return Encoding.ASCII.GetBytes(new string('h', _random.Next(1, 20_000)));
            default:
                int at = _random.Next(frame.Length);
                return [.. frame[..at], .. frame[.._random.Next(frame.Length)], .. frame[at..]];
        }
    }
}
