namespace StreamJsonRpc.Protocol;

public class JsonRpcError : JsonRpcMessage, IJsonRpcMessageWithId
{
    public RequestId RequestId { get; set; }

    public ErrorDetail? Error { get; set; }

    public override string ToString() => $"error of request {RequestId}: {(int?)Error?.Code} {Error?.Message}";

    public class ErrorDetail
    {
        public JsonRpcErrorCode Code { get; set; }

        public string? Message { get; set; }

        public object? Data { get; set; }

        public T GetData<T>() => (T)GetData(typeof(T))!;

        public virtual object? GetData(Type dataType)
        {
            ArgumentNullException.ThrowIfNull(dataType);
            return Data;
        }

        /// <summary>Reads received data while its message is being handled.</summary>
        protected internal virtual void SetExpectedDataType(Type dataType)
        {
        }
    }
}
