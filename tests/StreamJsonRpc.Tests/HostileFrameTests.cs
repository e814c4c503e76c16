using System.Text;
using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

/// <summary>What is not a message ends the connection, at once and without an answer.</summary>
public sealed class HostileFrameTests
{
    private const string Call = """{"jsonrpc":"2.0","id":1,"method":"Echo","params":["x"]}""";

    [Theory]
    [InlineData("Content-Length: 55\n\n")]
    [InlineData("content-length: 55\r\n\r\n")]
    [InlineData("Content-Length 55\r\n\r\n")]
    [InlineData("\r\n")]
    [InlineData("Other: 55\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Content-Length: 0\r\n\r\n")]
    [InlineData("Content-Length: 2147483648\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("Content-Length: 000000000000000000055\r\n\r\n")]
    [InlineData("Content-Length: 55 bytes\r\n\r\n")]
    [InlineData("Content-Length: 5.5e1\r\n\r\n")]
    [InlineData("Content-Length:\r\n\r\n")]
    [InlineData("Content-Length: 5\r5\r\n\r\n")]
    [InlineData("Content-Length: 55\r\nContent-Type: application/vscode-jsonrpc; charset=utf-99\r\n\r\n")]
    [InlineData("Content-Length: 55\r\nContent-Type: ;;;\r\n\r\n")]
    public Task Header_Malformed_EndsConnection(string header) => ExpectEndAsync(Encoding.UTF8.GetBytes(header + Call));

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"jsonrpc":"2.0","id":1,"method":"Echo","params":["x"]}]""")]
    [InlineData("17")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"Echo","params":["x"]""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"Echo","params":["x"]}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"Echo","params":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":null}""")]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"Echo"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1.5,"method":"Echo"}""")]
    [InlineData("""{"jsonrpc":2.0,"id":1,"method":"Echo"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"error":{"code":"x","message":"y"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":99,"error":{"code":1,"message":"y"}}""")]
    public Task Content_NotAMessage_EndsConnection(string json) => ExpectEndAsync(RawPeer.Frame(json));

    [Fact]
    public Task Content_DeeperThan64Levels_EndsConnection() =>
        ExpectEndAsync(RawPeer.Frame($$"""{"jsonrpc":"2.0","id":1,"method":"Echo","params":{{new string('[', 64)}}{{new string(']', 64)}}}"""));

    [Fact]
    public Task Content_InvalidUtf8InMethodName_EndsConnection()
    {
        byte[] frame = RawPeer.Frame("""{"jsonrpc":"2.0","id":1,"method":"Ech?"}""");
        frame[Array.IndexOf(frame, (byte)'?')] = 0xFF;
        return ExpectEndAsync(frame);
    }

    [Fact]
    public async Task Content_InvalidUtf8InArgument_IsRefusedAndConnectionGoesOn()
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        byte[] frame = RawPeer.Frame("""{"jsonrpc":"2.0","id":1,"method":"Echo","params":["?"]}""");
        frame[Array.IndexOf(frame, (byte)'?')] = 0xFF;
        await peer.SendBytesAsync(frame);
        Assert.Contains("\"code\":-32602", await peer.ReceiveAsync(), StringComparison.Ordinal);
        await peer.SendAsync(Call);
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":"x"}""", await peer.ReceiveAsync());
    }

    [Theory]
    [InlineData("Content-Length: 5")]
    [InlineData("Content-Length: 55\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":1")]
    public async Task Stream_EndsWithinFrame_EndsConnectionWithError(string half)
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        await peer.SendBytesAsync(Encoding.UTF8.GetBytes(half));
        peer.Dispose();
        await Assert.ThrowsAsync<EndOfStreamException>(() => rpc.Completion.Soon());
    }

    [Fact]
    public async Task Frame_InSingleBytes_IsPutTogether()
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        foreach (byte one in RawPeer.Frame(Call)) await peer.SendBytesAsync([one]);
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":"x"}""", await peer.ReceiveAsync());
    }

    [Fact]
    public async Task Frame_ThreeInOnePiece_AreTakenApart()
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        byte[] frame = RawPeer.Frame(Call);
        await peer.SendBytesAsync([.. frame, .. frame, .. frame]);
        for (int i = 0; i < 3; i++) Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":"x"}""", await peer.ReceiveAsync());
    }

    [Theory]
    [InlineData("X-Other: 1\r\nContent-Length: {0}\r\n\r\n")]
    [InlineData("Content-Length:{0}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n")]
    [InlineData("Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length:  {0} \r\n\r\n")]
    [InlineData("Content-Length: 7\r\nContent-Length: {0}\r\n\r\n")]
    public async Task Header_UnusualButValid_IsAccepted(string header)
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        await peer.SendBytesAsync(Encoding.UTF8.GetBytes(header.Replace("{0}", $"{Call.Length}", StringComparison.Ordinal) + Call));
        Assert.Equal("""{"jsonrpc":"2.0","id":1,"result":"x"}""", await peer.ReceiveAsync());
    }

    private static async Task ExpectEndAsync(byte[] bytes)
    {
        var (rpc, peer) = RawPeer.Connect(new Target());
        using var first = rpc;
        using var second = peer;
        await peer.SendBytesAsync(bytes);
        Assert.True(await peer.IsClosedAsync());
        TaskCompletionSource<DisconnectedReason> reason = new();
        rpc.Disconnected += (_, args) => reason.SetResult(args.Reason);
        Assert.Contains(
            await reason.Task.Soon(),
            new[] { DisconnectedReason.StreamError, DisconnectedReason.ParseError, DisconnectedReason.RemoteProtocolViolation });
    }

    public sealed class Target
    {
        public string Echo(string text) => text;
    }
}
