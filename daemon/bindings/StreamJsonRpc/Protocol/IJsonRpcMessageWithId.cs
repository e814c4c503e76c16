namespace StreamJsonRpc.Protocol;

public interface IJsonRpcMessageWithId
{
    RequestId RequestId { get; set; }
}
