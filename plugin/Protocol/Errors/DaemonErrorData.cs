namespace PdnColorize.Protocol.Errors;

/// <summary>The <c>data</c> of a JSON-RPC error of the daemon. Neither stack traces nor paths.</summary>
public sealed record DaemonErrorData
{
    /// <summary>Values of the placeholders in the code's sentence, so that the caller can say it in its own language.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();
}
