using System.IO.Pipes;
using System.Text;
using PdnColorize.DaemonTests.Support;

namespace PdnColorize.DaemonTests;

/// <summary>What is not a message ends the caller's connection, at once and without an answer; what is unusual but right is answered.</summary>
public sealed class HostileFrameTests : IAsyncLifetime
{
    private RunningDaemon _daemon = null!;

    public async Task InitializeAsync() => _daemon = await RunningDaemon.StartAsync();

    public async Task DisposeAsync() => await _daemon.DisposeAsync();

    [Theory]
    [InlineData("Content-Length: 55\n\n")]
    [InlineData("content-length: 55\r\n\r\n")]
    [InlineData("Content-Length 55\r\n\r\n")]
    [InlineData("\r\n")]
    [InlineData("Other: 55\r\n\r\n")]
    [InlineData("Content-Length: -1\r\n\r\n")]
    [InlineData("Content-Length: 0\r\n\r\n")]
    [InlineData("Content-Length: 1048577\r\n\r\n")]
    [InlineData("Content-Length: 2147483647\r\n\r\n")]
    [InlineData("Content-Length: 2147483648\r\n\r\n")]
    [InlineData("Content-Length: 99999999999999999999\r\n\r\n")]
    [InlineData("Content-Length: 000000000000000000055\r\n\r\n")]
    [InlineData("Content-Length: 55 bytes\r\n\r\n")]
    [InlineData("Content-Length: 5.5e1\r\n\r\n")]
    [InlineData("Content-Length:\r\n\r\n")]
    [InlineData("Content-Length: 5\r5\r\n\r\n")]
    [InlineData("Content-Length: 7\r\nContent-Length: 55\r\n\r\n")]
    [InlineData("Content-Length: 55\r\nContent-Type: application/vscode-jsonrpc; charset=utf-99\r\n\r\n")]
    [InlineData("Content-Length: 55\r\nContent-Type: ;;;\r\n\r\n")]
    public Task Header_Malformed_EndsConnection(string header) => ExpectEndAsync(Encoding.UTF8.GetBytes(header + Frames.Status(2)));

    [Theory]
    [InlineData("[]")]
    [InlineData("""[{"jsonrpc":"2.0","id":2,"method":"status","params":[]}]""")]
    [InlineData("17")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"method":"status","params":[]""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"method":"status","params":[]}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"method":"status","params":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"method":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"method":null}""")]
    [InlineData("""{"jsonrpc":"2.0","id":{},"method":"status"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1.5,"method":"status"}""")]
    [InlineData("""{"jsonrpc":2.0,"id":2,"method":"status"}""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"error":7}""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"error":{}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":2,"error":{"code":"x","message":"y"}}""")]
    [InlineData("""{"jsonrpc":"2.0","id":99,"error":{"code":1,"message":"y"}}""")]
    public Task Content_NotAMessage_EndsConnection(string json) => ExpectEndAsync(Frames.Of(json));

    [Fact]
    public Task Content_TooDeep_EndsConnection() =>
        ExpectEndAsync(Frames.Of($$"""{"jsonrpc":"2.0","id":2,"method":"status","params":{{new string('[', 64)}}{{new string(']', 64)}}}"""));

    [Fact]
    public Task Content_InvalidUtf8InMethodName_EndsConnection() => ExpectEndAsync(Damaged("""{"jsonrpc":"2.0","id":2,"method":"stat?s"}"""));

    [Fact]
    public async Task Content_InvalidUtf8InArgument_IsRefusedAndConnectionGoesOn()
    {
        await using NamedPipeClientStream pipe = await _daemon.OpenPipeAsync();
        await using RawCaller caller = await RawCaller.GreetAsync(pipe);

        await pipe.WriteAsync(Damaged("""{"jsonrpc":"2.0","id":2,"method":"colorize","params":[{"requestId":"?"},1]}"""));

        await caller.WaitForAsync("\"id\":2,\"error\":{\"code\":-32602");
        await caller.SendAsync(Frames.Status(3));
        await caller.WaitForAsync("\"id\":3,\"result\"");
    }

    [Theory]
    [InlineData("X-Other: 1\r\nContent-Length: {0}\r\n\r\n")]
    [InlineData("Content-Length:{0}\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n")]
    [InlineData("Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length:  {0} \r\n\r\n")]
    public async Task Header_UnusualButValid_IsAccepted(string header)
    {
        string call = Frames.Status(2);
        await using NamedPipeClientStream pipe = await _daemon.OpenPipeAsync();
        await using RawCaller caller = await RawCaller.GreetAsync(pipe);

        await pipe.WriteAsync(Encoding.UTF8.GetBytes(header.Replace("{0}", $"{call.Length}", StringComparison.Ordinal) + call));

        await caller.WaitForAsync("\"id\":2,\"result\"");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task Frames_InPiecesThatEndAnywhere_AreTakenApart(int piece)
    {
        await using NamedPipeClientStream pipe = await _daemon.OpenPipeAsync();
        await using RawCaller caller = await RawCaller.GreetAsync(pipe);
        byte[] frames = [.. Frames.Of(Frames.Status(2)), .. Frames.Of(Frames.Status(3)), .. Frames.Of(Frames.Status(4))];

        foreach (byte[] part in frames.Chunk(piece)) await pipe.WriteAsync(part);

        foreach (int id in (int[])[2, 3, 4]) await caller.WaitForAsync($"\"id\":{id},\"result\"");
    }

    /// <summary>A frame with a byte that no UTF-8 has in the place of the question mark.</summary>
    private static byte[] Damaged(string json)
    {
        byte[] frame = Frames.Of(json);
        frame[Array.IndexOf(frame, (byte)'?')] = 0xFF;
        return frame;
    }

    private async Task ExpectEndAsync(byte[] bytes)
    {
        await using NamedPipeClientStream pipe = await _daemon.OpenPipeAsync();
        await using RawCaller caller = await RawCaller.GreetAsync(pipe);
        string greeted = caller.Received;
        await pipe.WriteAsync(bytes);

        await caller.Ended.WaitAsync(RunningDaemon.Patience);

        Assert.Equal(greeted, caller.Received);
        // At once: it was not taken for the beginning of a longer one.
        Assert.DoesNotContain("did not arrive in time", _daemon.Log, StringComparison.Ordinal);
        using Caller other = await _daemon.CallAsync();
        await other.StatusAsync();
    }
}
