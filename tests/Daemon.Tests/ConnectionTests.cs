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
    public async Task Caller_DoesNotReadItsAnswers_OthersAreServed()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        await using NamedPipeClientStream deaf = await daemon.OpenPipeAsync();
        await deaf.WriteAsync(Frame(Hello));
        byte[] status = Frame("""{"jsonrpc":"2.0","id":7,"method":"status","params":[]}""");
        using CancellationTokenSource enough = new(TimeSpan.FromSeconds(2));
        try
        {
            // Until the pipe is full in both directions.
            while (true) await deaf.WriteAsync(status, enough.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
        }

        using Caller other = await daemon.CallAsync();
        using SharedPictures pictures = new();
        await other.ColorizeAsync(pictures.Request);
        Assert.True(pictures.IsInverted);
    }

    [Fact]
    public async Task Caller_StopsInTheMiddleOfAFrame_OthersAreServed()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        await using NamedPipeClientStream slow = await daemon.OpenPipeAsync();
        await slow.WriteAsync(Frame(Hello).AsMemory(0, 40));

        using Caller other = await daemon.CallAsync();

        Assert.Equal(2, (await other.StatusAsync()).Connections);
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
        await pipe.WriteAsync(Frame(request));
        byte[] buffer = new byte[64 * 1024];

        int read = await pipe.ReadAsync(buffer).AsTask().WaitAsync(RunningDaemon.Patience);
        string answer = Encoding.UTF8.GetString(buffer, 0, read);

        Assert.Contains("\"error\"", answer, StringComparison.Ordinal);
        foreach (string leak in (string[])["   at ", "System.", "PdnColorize.", ".cs", "/"])
            Assert.DoesNotContain(leak, answer.Replace("application/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_SendsDamagedFrames_OthersAreServedAndNothingIsLeftOpen()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using Caller other = await daemon.CallAsync();
        FrameMutations mutations = new(seed: 5);
        for (int i = 0; i < 300; i++)
        {
            await using NamedPipeClientStream mad = await daemon.OpenPipeAsync();
            try
            {
                for (int frames = 0; frames < 10; frames++) await mad.WriteAsync(mutations.Next());
            }
            catch (IOException)
            {
                // Cut off, as it should be.
            }

            if (i % 50 == 0) await other.StatusAsync();
        }

        using SharedPictures pictures = new();
        await other.ColorizeAsync(pictures.Request);
        Assert.True(pictures.IsInverted);
        long until = Environment.TickCount64 + (long)RunningDaemon.Patience.TotalMilliseconds;
        while ((await other.StatusAsync()).Connections > 1) Assert.True(Environment.TickCount64 < until);
        Assert.DoesNotContain("Unexpected", daemon.Log, StringComparison.Ordinal);
    }

    internal const string Hello =
        """{"jsonrpc":"2.0","id":1,"method":"hello","params":[{"protocol":{"major":1,"minor":0},"clientName":"test","clientBuild":"1"}]}""";

    internal static byte[] Frame(string json) => Encoding.UTF8.GetBytes($"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

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
}
