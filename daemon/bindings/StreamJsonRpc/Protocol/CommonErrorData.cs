using System.Text.Json.Serialization;

namespace StreamJsonRpc.Protocol;

/// <summary>
/// An exception as error data. It tells the peer type names and the stack trace, with the paths in it: a host that must not
/// overrides <see cref="JsonRpc.CreateErrorDetails"/>.
/// </summary>
public class CommonErrorData
{
    public CommonErrorData()
    {
    }

    public CommonErrorData(Exception copyFrom)
    {
        ArgumentNullException.ThrowIfNull(copyFrom);
        TypeName = copyFrom.GetType().FullName;
        Message = copyFrom.Message;
        StackTrace = copyFrom.StackTrace;
        HResult = copyFrom.HResult;
        Inner = copyFrom.InnerException is { } inner ? new CommonErrorData(inner) : null;
    }

    [JsonPropertyName("type"), JsonPropertyOrder(0)]
    public string? TypeName { get; set; }

    [JsonPropertyName("message"), JsonPropertyOrder(1)]
    public string? Message { get; set; }

    [JsonPropertyName("stack"), JsonPropertyOrder(2)]
    public string? StackTrace { get; set; }

    [JsonPropertyName("code"), JsonPropertyOrder(3)]
    public int HResult { get; set; }

    [JsonPropertyName("inner"), JsonPropertyOrder(4)]
    public CommonErrorData? Inner { get; set; }
}
