using System.IO.Pipes;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Runtime;
using StreamJsonRpc;

namespace PdnColorize.TestDaemon;

/// <summary>Serves callers for a few minutes.</summary>
internal sealed class Server(DaemonAddress address, Scenario scenario, Notebook notes)
{
    private const int Listeners = 4;

    /// <summary>A test that forgot it must not leave it behind for long.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(3);

    public void Run()
    {
        NamedPipeServerStream[] pipes = [.. Enumerable.Range(0, Listeners).Select(i => address.CreateServer(isFirst: i == 0))];
        notes.Add($"listening {Environment.ProcessId}");
        foreach (NamedPipeServerStream pipe in pipes) _ = ServeAsync(pipe);
        Thread.Sleep(LongestLife);
    }

    private async Task ServeAsync(NamedPipeServerStream pipe)
    {
        while (true)
        {
            await pipe.WaitForConnectionAsync();
            NamedPipeServerStream next = address.CreateServer(isFirst: false);
            SystemTextJsonFormatter formatter = new() { JsonSerializerOptions = ProtocolJson.CreateOptions() };
            JsonRpc rpc = new(new HeaderDelimitedMessageHandler(pipe, formatter))
            {
                CancelLocallyInvokedMethodsWhenConnectionIsClosed = true,
                SynchronizationContext = null,
            };
            rpc.AddLocalRpcTarget(new FakeDaemon(scenario, notes));
            rpc.StartListening();
            pipe = next;
        }
    }
}
