using System.Text;
using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

/// <summary>Thousands of damaged frames: each connection ends, none hangs, and a healthy neighbour is served throughout.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 1500;
    private const long MaxGrowthBytes = 50L * 1024 * 1024;

    private static readonly byte[][] Frames =
    [
        RawPeer.Frame("""{"jsonrpc":"2.0","id":1,"method":"Echo","params":["x"]}"""),
        RawPeer.Frame("""{"jsonrpc":"2.0","id":"a","method":"Echo","params":{"text":"y"}}"""),
        RawPeer.Frame("""{"jsonrpc":"2.0","method":"Echo","params":["z"]}"""),
        RawPeer.Frame("""{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":1}}"""),
        RawPeer.Frame("""{"jsonrpc":"2.0","method":"$/progress","params":[0,0.5]}"""),
        RawPeer.Frame("""{"jsonrpc":"2.0","id":2,"result":{"a":[1,2,{"b":null}]}}"""),
        RawPeer.Frame("""{"jsonrpc":"2.0","id":3,"error":{"code":-32000,"message":"m","data":{"type":"t"}}}"""),
        [.. "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n"u8, .. RawPeer.Frame("""{"jsonrpc":"2.0","id":4,"method":"Sleep"}""")],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20260629)]
    public async Task Frames_Damaged_EndTheirConnectionAndNothingElse(int seed)
    {
        Random random = new(seed);
        using var neighbour = RpcPair.Start(new Target());
        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = Damage([.. Frames[random.Next(Frames.Length)], .. Frames[random.Next(Frames.Length)]], random);
            DuplexPipe pipe = new();
            using JsonRpc rpc = new(RpcPair.Handler(pipe.Near), new Target()) { CancelLocallyInvokedMethodsWhenConnectionIsClosed = true };
            rpc.StartListening();
            await pipe.Far.WriteAsync(bytes);
            await pipe.Far.DisposeAsync();
            // With an error or without: what counts is that it ends, and that no method is left running.
            await rpc.Completion.ContinueWith(_ => { }, TaskScheduler.Default).Soon();
            await rpc.DispatchCompletion.Soon();
            if (round % 100 == 0) Assert.Equal("still here", await neighbour.Client.InvokeAsync<string>("Echo", "still here").Soon());
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, MaxGrowthBytes);
    }

    private static byte[] Damage(byte[] frame, Random random)
    {
        List<byte> bytes = [.. frame];
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 20), bytes.Count - at - 1));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    if (bytes.Count == 0) bytes.Add((byte)'C');
                    break;
                case 5:
                    bytes.InsertRange(at, Encoding.ASCII.GetBytes($"Content-Length: {random.NextInt64(int.MinValue, 1L << 33)}\r\n\r\n"));
                    break;
                case 6:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)"[{\"\\\r\n"[random.Next(6)], random.Next(1, 500)));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.ASCII.GetBytes("\r\n\r\n"));
                    break;
            }
        }

        return [.. bytes];
    }

    public sealed class Target
    {
        public string Echo(string text) => text;

        // A request that lost its id is a notification, which nobody can cancel.
        public Task SleepAsync(CancellationToken cancellationToken) =>
            cancellationToken.CanBeCanceled ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask;
    }
}
