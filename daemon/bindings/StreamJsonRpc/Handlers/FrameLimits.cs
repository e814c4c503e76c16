namespace StreamJsonRpc.Handlers;

/// <summary>
/// What a peer may send before the connection is ended. The package has no limits; here they keep memory bounded whatever comes.
/// They leave ample room for control messages: pictures do not travel in JSON.
/// </summary>
internal sealed class FrameLimits
{
    /// <summary>One header line with its end, in bytes.</summary>
    public int MaxHeaderLineBytes { get; init; } = 8 * 1024;

    /// <summary>Header lines of one message, without the empty one that ends them.</summary>
    public int MaxHeaderLines { get; init; } = 8;

    /// <summary>The JSON text of one message, in bytes, in either direction.</summary>
    public int MaxContentBytes { get; init; } = 1024 * 1024;
}
