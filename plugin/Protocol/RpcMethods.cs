namespace PdnColorize.Protocol;

/// <summary>
/// Names of the daemon's JSON-RPC methods. Arguments go by position; cancellation is <c>$/cancelRequest</c>, progress <c>$/progress</c>.
/// </summary>
public static class RpcMethods
{
    /// <summary>
    /// <c>hello(HelloRequest) -> HelloResponse</c>. The first call on each connection, within <see cref="ProtocolLimits.HelloTime"/>; any other call
    /// before it is answered with <see cref="Errors.DaemonErrorCode.HelloRequired"/>.
    /// </summary>
    public const string Hello = "hello";

    /// <summary><c>colorize(ColorizeRequest, IProgress&lt;ColorizeProgress&gt;) -> ColorizeResponse</c>. Can be cancelled at any time.</summary>
    public const string Colorize = "colorize";

    /// <summary><c>listModels() -> ListModelsResponse</c>.</summary>
    public const string ListModels = "listModels";

    /// <summary><c>status() -> StatusResponse</c>.</summary>
    public const string Status = "status";

    /// <summary><c>shutdown(ShutdownRequest) -> ShutdownResponse</c>. Answered at once; the process ends after the answer.</summary>
    public const string Shutdown = "shutdown";
}
