using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PdnColorize.DaemonTests.Support;

/// <summary>
/// Frames that were once good: bits flipped, cut, repeated, damaged inside a correct frame, with numbers beyond all bounds, with lies about their length, with deep JSON, with huge headers
/// and with headers that never end. The same seed gives the same frames.
/// </summary>
internal sealed partial class FrameMutations(int seed)
{
    private static readonly string[] Messages =
    [
        Frames.Hello,
        Frames.Status(2),
        """{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":2}}""",
        """{"jsonrpc":"2.0","method":"$/progress","params":[0,0.5]}""",
        """{"jsonrpc":"2.0","id":99,"result":{}}""",
        """{"jsonrpc":"2.0","id":98,"error":{"code":-32000,"message":"m","data":{"type":"t"}}}""",
        """{"jsonrpc":"2.0","id":3,"method":"colorize","params":[{"requestId":"a","lineArt":{"name":"00112233445566778899aabbccddeeff","width":1,"height":1,"stride":4},"result":{"name":"ffeeddccbbaa99887766554433221100","width":1,"height":1,"stride":4},"settings":{"result":"colors"}},1]}""",
        """{"jsonrpc":"2.0","id":"x","method":"listModels"}""",
        """[{"jsonrpc":"2.0","id":2,"method":"status","params":[]}]""",
    ];

    private static readonly string[] Numbers = ["-1", "1e999", "99999999999999999999", "-9223372036854775809", "0.1", "null", "\"7\"", "[]"];

    private readonly Random _random = new(seed);

    /// <summary>The next frame, or what is left of it.</summary>
    public byte[] Next()
    {
        string message = Messages[_random.Next(Messages.Length)];
        byte[] frame = Frames.Of(message);
        switch (_random.Next(10))
        {
            case 0:
                return FlipBits(frame);
            case 1:
                return frame[.._random.Next(frame.Length)];
            case 2:
                return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {_random.NextInt64(-5, 3_000_000_000)}\r\n\r\n{{}}"));
            case 3:
                int depth = _random.Next(30, 5000);
                return Frames.Of("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"hello\",\"params\":" + new string('[', depth) + new string(']', depth) + "}");
            case 4:
                return Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("X-Header: 1\r\n", _random.Next(1, 200))));
            case 5:
                return Encoding.ASCII.GetBytes(new string('h', _random.Next(1, 20_000)));
            case 6:
                return [.. Encoding.ASCII.GetBytes($"X-Header: {new string('v', _random.Next(1, 20_000))}\r\n"), .. frame];
            case 7:
                // From here on the frame is right and its message is not.
                return Frames.Of(FlipBits(Encoding.UTF8.GetBytes(message)));
            case 8:
                return Frames.Of(Number().Replace(message, match => _random.Next(3) == 0 ? Numbers[_random.Next(Numbers.Length)] : match.Value));
            default:
                int at = _random.Next(frame.Length);
                return [.. frame[..at], .. frame[.._random.Next(frame.Length)], .. frame[at..]];
        }
    }

    private byte[] FlipBits(byte[] bytes)
    {
        for (int flips = _random.Next(1, 6); flips > 0; flips--) bytes[_random.Next(bytes.Length)] ^= (byte)(1 << _random.Next(8));
        return bytes;
    }

    [GeneratedRegex(@"(?<=[:\[,])\d+")]
    private static partial Regex Number();
}
