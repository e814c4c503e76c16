using System.Buffers;
using System.Text.Json;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc.Formatters;

/// <summary>Tells requests, results and errors apart; values stay JSON until somebody says which type they should be.</summary>
internal static class MessageReader
{
    /// <exception cref="JsonException">The text is not JSON, too deep, or not a message.</exception>
    public static JsonRpcMessage Read(SystemTextJsonFormatter formatter, ReadOnlySequence<byte> content)
    {
        // Not disposed, so that no buffer goes back to a pool while somebody still holds an element; the collector takes it.
        var root = JsonDocument.Parse(content).RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new JsonException("Expected a JSON object at the root of the message.");

        JsonRpcMessage message;
        if (root.TryGetProperty("method"u8, out var method))
        {
            message = new ReceivedRequest(formatter, root.TryGetProperty("params"u8, out var arguments) ? arguments : null)
            {
                RequestId = Id(root),
                Method = method.GetString() ?? throw new JsonException("The method's name must not be null."),
            };
        }
        else if (root.TryGetProperty("result"u8, out var result))
        {
            message = new ReceivedResult(formatter, result) { RequestId = Id(root) };
        }
        else if (root.TryGetProperty("error"u8, out var error))
        {
            message = new JsonRpcError { RequestId = Id(root), Error = Error(formatter, error) };
        }
        else
        {
            throw new JsonException("Expected a request, result, or error message.");
        }

        message.Version = root.TryGetProperty("jsonrpc"u8, out var version)
            ? version.GetString() ?? throw new JsonException("The jsonrpc member must not be null.")
            : "1.0";
        return message;
    }

    private static RequestId Id(JsonElement root) =>
        root.TryGetProperty("id"u8, out var id) ? id.Deserialize<RequestId>() : RequestId.NotSpecified;

    private static ReceivedErrorDetail Error(SystemTextJsonFormatter formatter, JsonElement error) =>
        new(formatter, error.TryGetProperty("data"u8, out var data) ? data : null)
        {
            Code = (JsonRpcErrorCode)error.GetProperty("code"u8).GetInt64(),
            Message = error.GetProperty("message"u8).GetString(),
        };
}
