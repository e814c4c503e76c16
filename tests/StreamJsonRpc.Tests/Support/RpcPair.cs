namespace StreamJsonRpc.Tests.Support;

/// <summary>A client and a server, connected in memory.</summary>
internal sealed class RpcPair : IDisposable
{
    private RpcPair(JsonRpc client, JsonRpc server)
    {
        Client = client;
        Server = server;
    }

    public JsonRpc Client { get; }

    public JsonRpc Server { get; }

    /// <summary>The client may call <paramref name="target"/>; <paramref name="configure"/> gets the server before it listens.</summary>
    public static RpcPair Start(object target, JsonRpcTargetOptions? options = null, Action<JsonRpc>? configure = null)
    {
        DuplexPipe pipe = new();
        JsonRpc client = new(Handler(pipe.Near));
        JsonRpc server = new(Handler(pipe.Far));
        server.AddLocalRpcTarget(target, options);
        configure?.Invoke(server);
        server.StartListening();
        client.StartListening();
        return new RpcPair(client, server);
    }

    public static HeaderDelimitedMessageHandler Handler(Stream stream) => new(stream, new SystemTextJsonFormatter());

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }
}
