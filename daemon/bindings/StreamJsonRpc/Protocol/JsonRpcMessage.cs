namespace StreamJsonRpc.Protocol;

/// <summary>What every JSON-RPC message has.</summary>
public abstract class JsonRpcMessage
{
    /// <summary>"2.0", or "1.0" for a message that came without a version.</summary>
    public string Version { get; set; } = "2.0";
}
