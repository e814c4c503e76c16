namespace StreamJsonRpc;

public class JsonRpcTargetOptions
{
    public JsonRpcTargetOptions()
    {
    }

    public JsonRpcTargetOptions(JsonRpcTargetOptions copyFrom)
    {
        ArgumentNullException.ThrowIfNull(copyFrom);
        MethodNameTransform = copyFrom.MethodNameTransform;
        ParameterNameTransform = copyFrom.ParameterNameTransform;
        EventNameTransform = copyFrom.EventNameTransform;
        NotifyClientOfEvents = copyFrom.NotifyClientOfEvents;
        AllowNonPublicInvocation = copyFrom.AllowNonPublicInvocation;
        UseSingleObjectParameterDeserialization = copyFrom.UseSingleObjectParameterDeserialization;
        ClientRequiresNamedArguments = copyFrom.ClientRequiresNamedArguments;
        DisposeOnDisconnect = copyFrom.DisposeOnDisconnect;
    }

    public Func<string, string>? MethodNameTransform { get; set; }

    public Func<string, string>? ParameterNameTransform { get; set; }

    public Func<string, string>? EventNameTransform { get; set; }

    /// <summary>Public events of the target are sent as notifications.</summary>
    public bool NotifyClientOfEvents { get; set; } = true;

    public bool AllowNonPublicInvocation { get; set; }

    public bool UseSingleObjectParameterDeserialization { get; set; }

    public bool ClientRequiresNamedArguments { get; set; }

    public bool DisposeOnDisconnect { get; set; }
}
