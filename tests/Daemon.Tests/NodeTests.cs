using System.Text.Json;
using System.Text.Json.Nodes;
using PdnColorize.Client;
using PdnColorize.Client.Jobs;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.DaemonTests;

/// <summary>The daemon and the client against an independent implementation of JSON-RPC: vscode-jsonrpc, which language servers use.</summary>
public sealed class NodeTests
{
    [NodeFact]
    public async Task Daemon_CalledFromNode_AnswersAsItAnswersItsOwnClient()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using SharedPictures pictures = new();
        using NodeProcess node = NodeProcess.Start("caller.js", daemon.Address.PipeName, ToJson(pictures.Request), ToJson(pictures.With("sleep-60000")));

        JsonNode seen = JsonNode.Parse(await node.ReadLineAsync())!;

        Assert.Equal((int)DaemonErrorCode.HelloRequired, (int)seen["tooEarly"]!["code"]!);
        Assert.Equal(Environment.ProcessId, (int)seen["hello"]!["processId"]!);
        Assert.Equal("invert", (string)seen["colorize"]!["model"]!);
        Assert.True(pictures.IsInverted);
        // Which ones come depends on how fast the work is; their names are the contract's.
        string[] stages = [.. seen["progress"]!.AsArray().Select(progress => (string)progress!["stage"]!)];
        Assert.NotEmpty(stages);
        Assert.All(stages, stage => Assert.True(Enum.TryParse(stage, ignoreCase: true, out ColorizeStage known) && known != ColorizeStage.Unknown, stage));
        Assert.Equal(-32800, (int)seen["cancelled"]!["code"]!);
        Assert.Equal(1, daemon.Engine.CancelledJobs);
        Assert.Equal((-32601, "There is no such method."), ((int)seen["unknown"]!["code"]!, (string)seen["unknown"]!["message"]!));
        Assert.Equal((-32602, "The arguments do not fit the method."), ((int)seen["badArgument"]!["code"]!, (string)seen["badArgument"]!["message"]!));
        Assert.Equal(Enumerable.Repeat(1, 200), seen["many"]!.AsArray().Select(connections => (int)connections!));
    }

    [NodeFact]
    public async Task Client_DaemonWrittenForNode_UnderstandsIt()
    {
        string instance = Guid.NewGuid().ToString("N");
        DaemonAddress address = DaemonAddress.OfInstallation(AppContext.BaseDirectory, instance);
        using NodeProcess node = NodeProcess.Start("daemon.js", address.PipeName);
        Assert.Equal("ready", await node.ReadLineAsync());
        // As nobody may start another one, the daemon's place is taken.
        using ProcessLock? place = ProcessLock.TryTake(address.DaemonLock);
        using DaemonClient client = new(new DaemonClientOptions
        {
            ClientName = "test",
            DaemonPath = Path.Combine(AppContext.BaseDirectory, "DaemonWithTestEngine.dll"),
            Instance = instance,
            Waits = new DaemonWaits { Start = TimeSpan.FromSeconds(1), Hello = RunningDaemon.Patience },
        });

        Assert.Equal("node", (await client.ConnectAsync().WaitAsync(RunningDaemon.Patience)).Build);
        ListModelsResponse models = await client.ListModelsAsync().WaitAsync(RunningDaemon.Patience);
        Assert.Equal(("线稿 – ß 😀", null), (models.Models.Single().Name, models.Default));

        List<double> fractions = [];
        ColorizedPicture picture = await client.ColorizeAsync(Job("any"), new DirectProgress(value => fractions.Add(value.Fraction))).WaitAsync(RunningDaemon.Patience);
        Assert.Equal(("any", "node", 16), (picture.Details.Model, picture.Details.Device, picture.Details.RegionCount));
        Assert.Equal([0.2, 0.4, 0.6, 0.8, 1], fractions);

        DaemonException busy = await Assert.ThrowsAsync<DaemonException>(() => client.ColorizeAsync(Job("busy")).WaitAsync(RunningDaemon.Patience));
        Assert.Equal(DaemonErrorCode.Busy, busy.Code);
        Assert.Equal("8", busy.Arguments["waiting"]);

        using CancellationTokenSource source = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.ColorizeAsync(Job("wait"), new DirectProgress(_ => source.Cancel()), source.Token).WaitAsync(RunningDaemon.Patience));

        DaemonException dead = await Assert.ThrowsAsync<DaemonException>(() => client.ColorizeAsync(Job("die")).WaitAsync(RunningDaemon.Patience));
        Assert.Equal(DaemonErrorCode.DaemonStartTimeout, dead.Code);
    }

    private static string ToJson(ColorizeRequest request) => JsonSerializer.Serialize(request, ProtocolJson.CreateOptions());

    private static ColorizeJob Job(string model) =>
        new() { Width = 16, Height = 8, LineArt = new byte[16 * 8 * 4], Settings = new ColorizeSettings { Model = model } };
}
