namespace StreamJsonRpc.Protocol;

public class JsonRpcResult : JsonRpcMessage, IJsonRpcMessageWithId
{
    public RequestId RequestId { get; set; }

    public object? Result { get; set; }

    /// <summary>The type that <see cref="Result"/> is written as; its own type where there is none.</summary>
    public Type? ResultDeclaredType { get; set; }

    public virtual T GetResult<T>() => (T)Result!;

    /// <summary>Reads a received result while its message is being handled.</summary>
    protected internal virtual void SetExpectedResultType(Type resultType)
    {
    }

    public override string ToString() => $"result of request {RequestId}";
}
