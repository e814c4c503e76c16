using System.IO.Pipes;
using System.Text;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.DaemonTests;

/// <summary>Callers that are silent, slow, too many or mad, and that the others do not notice them.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public async Task Connection_WithoutHello_IsClosed()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        await using NamedPipeClientStream silent = await daemon.OpenPipeAsync();
        long began = Environment.TickCount64;

        int read = await silent.ReadAsync(new byte[1]).AsTask().WaitAsync(RunningDaemon.Patience);

        Assert.Equal(0, read);
        Assert.True(Environment.TickCount64 - began >= ProtocolLimits.HelloTime.TotalMilliseconds * 0.9);
    }

    [Theory]
    [InlineData(64 * 1024, true)]
    [InlineData((64 * 1024) + 1, false)]
    public async Task Message_BeforeHello_MayHave64Kibibytes(int length, bool isTaken)
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        await using RawCaller caller = new(await daemon.OpenPipeAsync());

        await caller.SendAsync(Frames.Hello.PadRight(length));

        if (isTaken) await caller.WaitForAsync("\"id\":1,\"result\"");
        else await caller.Ended.WaitAsync(RunningDaemon.Patience);
        if (isTaken) await caller.SendAsync(Frames.Status(2).PadRight(length + 1));
        if (isTaken) await caller.WaitForAsync("\"id\":2,\"result\"");
        else Assert.Empty(caller.Received);
    }

    [Fact]
    public async Task Call_BeforeHello_IsRefused()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using Caller caller = new(await daemon.OpenPipeAsync());

        Assert.Equal(DaemonErrorCode.HelloRequired, await Caller.RefusalAsync(caller.StatusAsync()));
        Assert.Equal(DaemonErrorCode.HelloRequired, await Caller.RefusalAsync(caller.ShutdownAsync()));
        await caller.HelloAsync();
        await caller.StatusAsync();
    }

    [Theory]
    [InlineData("""{"major":0,"minor":9}""")]
    [InlineData("""{"major":2,"minor":0}""")]
    [InlineData("""{"major":1,"minor":99}""")]
    public async Task Hello_OfAnotherVersion_IsToldOursAndMayAskTheDaemonToEnd(string version)
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        await using RawCaller caller = new(await daemon.OpenPipeAsync());
        // With members that this version does not know, as a newer one may have them.
        await caller.SendAsync($$$"""{"jsonrpc":"2.0","id":1,"method":"hello","params":[{"protocol":{{{version}}},"clientName":"x","clientBuild":"9","mood":{"good":true}}]}""");

        await caller.WaitForAsync("\"id\":1,\"result\":{\"protocol\":{\"major\":1,\"minor\":1}");

        await caller.SendAsync("""{"jsonrpc":"2.0","id":2,"method":"shutdown","params":[{"finishRunningJob":true}]}""");
        await caller.WaitForAsync("\"id\":2,\"result\"");
        Assert.True(await daemon.Ended.WaitAsync(RunningDaemon.Patience));
    }

    [Fact]
    public async Task Connection_OneTooMany_IsToldSo()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync(new DaemonOptions { Connections = 2 });
        using Caller first = await ConnectWhenThereIsRoom(daemon);
        using Caller second = await ConnectWhenThereIsRoom(daemon);
        using Caller third = new(await daemon.OpenPipeAsync());

        Assert.Equal(DaemonErrorCode.TooManyConnections, await Caller.RefusalAsync(third.HelloAsync()));
        await first.StatusAsync();
        second.Dispose();
        using Caller fourth = await ConnectWhenThereIsRoom(daemon);
    }

    [Fact]
    public async Task Caller_StopsInTheMiddleOfAFrame_OthersAreServed()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        await using NamedPipeClientStream slow = await daemon.OpenPipeAsync();
        await slow.WriteAsync(Frames.Of(Frames.Hello).AsMemory(0, 40));

        using Caller other = await daemon.CallAsync();

        // It listens with several pipes at once: the later caller may be served first.
        long until = Environment.TickCount64 + (long)RunningDaemon.Patience.TotalMilliseconds;
        while ((await other.StatusAsync()).Connections != 2) Assert.True(Environment.TickCount64 < until, "The slow caller has no connection.");
    }

    [Theory]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"hello","params":[17]}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"hello","params":[{"protocol":"x"}]}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"hello","params":[]}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"colorize","params":[{},{},{}]}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"Dispose","params":[]}""")]
    [InlineData("""{"jsonrpc":"2.0","id":1,"method":"GetHashCode","params":[]}""")]
    public async Task Call_ArgumentsDoNotFit_ErrorTellsNothingOfTheMachine(string request)
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        await using NamedPipeClientStream pipe = await daemon.OpenPipeAsync();
        await pipe.WriteAsync(Frames.Of(request));
        byte[] buffer = new byte[64 * 1024];

        int read = await pipe.ReadAsync(buffer).AsTask().WaitAsync(RunningDaemon.Patience);
        string answer = Encoding.UTF8.GetString(buffer, 0, read);

        Assert.Contains("\"error\"", answer, StringComparison.Ordinal);
        foreach (string leak in (string[])["   at ", "System.", "PdnColorize.", ".cs", "/"])
            Assert.DoesNotContain(leak, answer.Replace("application/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<Caller> ConnectWhenThereIsRoom(RunningDaemon daemon)
    {
        long until = Environment.TickCount64 + (long)RunningDaemon.Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return await daemon.CallAsync();
            }
            catch (StreamJsonRpc.RemoteRpcException) when (Environment.TickCount64 < until)
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>Scripts write all they want at once: what follows hello must not overtake it.</summary>
    [Fact]
    public async Task Calls_SentBeforeHelloIsAnswered_AreTakenInOrder()
    {
        const int Calls = 20;
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        for (int round = 0; round < 20; round++)
        {
            await using RawCaller caller = new(await daemon.OpenPipeAsync());

            await caller.SendAsync([Frames.Hello, .. Enumerable.Range(2, Calls).Select(Frames.Status)]);

            for (int id = 1; id <= Calls + 1; id++) await caller.WaitForAsync($"\"id\":{id},\"result\"");
        }
    }
}
