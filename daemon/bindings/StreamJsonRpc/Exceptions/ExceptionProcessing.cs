namespace StreamJsonRpc;

/// <summary>How exceptions of local methods become error data.</summary>
public enum ExceptionProcessing
{
    /// <summary>As <see cref="Protocol.CommonErrorData"/>.</summary>
    CommonErrorData,

    /// <summary>The package can serialise whole exceptions; this stand-in cannot and refuses the setting.</summary>
    ISerializable,
}
