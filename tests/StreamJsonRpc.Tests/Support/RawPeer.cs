using System.Globalization;
using System.Text;

namespace StreamJsonRpc.Tests.Support;

/// <summary>The other end of a connection, byte by byte: it knows the frames, and nothing of the code under test.</summary>
internal sealed class RawPeer : IDisposable
{
    private readonly Stream _stream;

    private RawPeer(Stream stream) => _stream = stream;

    /// <summary>A connection that listens, and the raw end of it.</summary>
    public static (JsonRpc Rpc, RawPeer Peer) Connect(object? target = null, JsonRpcTargetOptions? options = null, Action<JsonRpc>? configure = null)
    {
        DuplexPipe pipe = new();
        JsonRpc rpc = new(RpcPair.Handler(pipe.Near));
        if (target is not null) rpc.AddLocalRpcTarget(target, options);
        configure?.Invoke(rpc);
        rpc.StartListening();
        return (rpc, new RawPeer(pipe.Far));
    }

    public static RawPeer Over(Stream stream) => new(stream);

    /// <summary>A frame as the reference describes it.</summary>
    public static byte[] Frame(string json) => [.. Encoding.ASCII.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n"), .. Encoding.UTF8.GetBytes(json)];

    public Task SendAsync(string json) => SendBytesAsync(Frame(json));

    public async Task SendBytesAsync(byte[] bytes)
    {
        await _stream.WriteAsync(bytes).AsTask().Soon();
        await _stream.FlushAsync().Soon();
    }

    /// <summary>The next frame, header and all, exactly as it came.</summary>
    public async Task<string> ReceiveFrameAsync()
    {
        List<byte> frame = [];
        while (frame.Count < 4 || !frame[^4..].SequenceEqual("\r\n\r\n"u8.ToArray())) frame.Add(await ReceiveByteAsync());
        string header = Encoding.ASCII.GetString([.. frame]);
        int length = int.Parse(header["Content-Length: ".Length..header.IndexOf('\r', StringComparison.Ordinal)], CultureInfo.InvariantCulture);
        byte[] body = new byte[length];
        await _stream.ReadExactlyAsync(body).AsTask().Soon();
        return header + Encoding.UTF8.GetString(body);
    }

    /// <summary>The JSON of the next frame.</summary>
    public async Task<string> ReceiveAsync()
    {
        string frame = await ReceiveFrameAsync();
        return frame[(frame.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
    }

    /// <summary>Whether the connection was closed from the other end.</summary>
    public async Task<bool> IsClosedAsync()
    {
        byte[] one = new byte[1];
        try
        {
            return await _stream.ReadAsync(one).AsTask().Soon() == 0;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => _stream.Dispose();

    private async Task<byte> ReceiveByteAsync()
    {
        byte[] one = new byte[1];
        await _stream.ReadExactlyAsync(one).AsTask().Soon();
        return one[0];
    }
}
