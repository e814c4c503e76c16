using System.IO.Pipes;
using System.Text.Json.Nodes;
using StreamJsonRpc.Tests.Support;

namespace StreamJsonRpc.Tests;

/// <summary>Our server, called by vscode-jsonrpc over a named pipe.</summary>
public sealed class NodeClientTests
{
    [Fact]
    public async Task Requests_PositionalAndNamed_AreAnswered()
    {
        var seen = await RunAsync("requests");
        Assert.Equal(7, (int)seen["positional"]!);
        Assert.Equal(6, (int)seen["named"]!);
        Assert.Equal("线稿 – ß 😀", (string)seen["text"]!);
        Assert.Null(seen["nothing"]);
        Assert.Equal(Enumerable.Range(1, 200), seen["many"]!.AsArray().Select(value => (int)value!));
    }

    [Fact]
    public async Task Notifications_Sent_ArriveBeforeTheNextRequest() =>
        Assert.Equal(11, (int)(await RunAsync("notifications"))["remembered"]!);

    [Fact]
    public async Task Errors_OfEveryKind_CarryCodeMessageAndData()
    {
        var seen = await RunAsync("errors");
        Assert.Equal(1001, (int)seen["own"]!["code"]!);
        Assert.Equal("No memory.", (string)seen["own"]!["message"]!);
        Assert.Equal(12, (int)seen["own"]!["data"]!["bytes"]!);
        Assert.Equal(-32601, (int)seen["unknown"]!["code"]!);
        Assert.Equal(-32602, (int)seen["badArgument"]!["code"]!);
        Assert.Equal(-32000, (int)seen["exception"]!["code"]!);
        Assert.Equal(2, (int)seen["after"]!);
    }

    [Fact]
    public async Task Cancellation_OfRunningMethod_EndsAsRequestCancelled()
    {
        var seen = await RunAsync("cancellation");
        Assert.Equal(-32800, (int)seen["result"]!["code"]!);
        Assert.Equal(2, (int)seen["after"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Progress_NamedOrPositional_ArrivesInOrder(bool named)
    {
        var seen = await RunAsync("progress", named);
        Assert.Equal([1, 2, 3, 4, 5], seen["values"]!.AsArray().Select(value => (int)value!));
        Assert.Equal(5, (int)seen["result"]!);
    }

    [Fact]
    public async Task Callback_WhileMethodRuns_IsAnsweredByClient() =>
        Assert.Equal(43, (int)(await RunAsync("callback"))["result"]!);

    private static async Task<JsonNode> RunAsync(string scenario, bool named = false)
    {
        var (name, path) = NodeProcess.NewPipe();
        await using NamedPipeServerStream pipe = new(
            name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        using var node = NodeProcess.Start("client.js", path, scenario);
        await pipe.WaitForConnectionAsync().Soon();
        using JsonRpc rpc = new(RpcPair.Handler(pipe));
        rpc.AddLocalRpcTarget(new Target(rpc), new JsonRpcTargetOptions
        {
            MethodNameTransform = CommonMethodNameTransforms.CamelCase,
            ClientRequiresNamedArguments = named,
        });
        rpc.StartListening();
        var seen = JsonNode.Parse(await node.ReadLineAsync())!;
        Assert.Equal(0, await node.ExitAsync());
        await rpc.Completion.Soon();
        return seen;
    }

    private sealed class Target(JsonRpc rpc)
    {
        private int _remembered;

        public int Add(int a, int b) => a + b;

        public int Subtract(int left, int right) => left - right;

        public string Echo(string text) => text;

        public void Nothing()
        {
        }

        public void Remember(int value) => _remembered = value;

        public int Remembered() => _remembered;

        public void Refuse() => throw new LocalRpcException("No memory.") { ErrorCode = 1001, ErrorData = new { bytes = 12 } };

        public void Fail() => throw new InvalidOperationException("It broke.");

        public async Task WaitAsync(CancellationToken cancellationToken)
        {
            await rpc.NotifyAsync("started");
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        public int CountTo(int limit, IProgress<int> progress)
        {
            for (int i = 1; i <= limit; i++) progress.Report(i);
            return limit;
        }

        public async Task<int> AskBackAsync(int value) => await rpc.InvokeAsync<int>("double", value) + 1;
    }
}
