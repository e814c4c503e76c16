using System.Text.Json;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc.Formatters;

/// <summary>Writes the members in the order of the package: jsonrpc, id, method and params, or result, or error.</summary>
internal static class MessageWriter
{
    /// <param name="options">For the user's values; the envelope needs none.</param>
    public static void Write(Utf8JsonWriter writer, JsonRpcMessage message, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        // Version 1.0 had no such member.
        if (message.Version != "1.0") writer.WriteString("jsonrpc"u8, message.Version);
        if (message is IJsonRpcMessageWithId { RequestId: { IsEmpty: false } id })
        {
            writer.WritePropertyName("id"u8);
            RequestIdConverter.Instance.Write(writer, id, options);
        }

        switch (message)
        {
            case JsonRpcRequest request:
                writer.WriteString("method"u8, request.Method);
                WriteArguments(writer, request, options);
                break;
            case JsonRpcResult result:
                writer.WritePropertyName("result"u8);
                WriteValue(writer, result.Result, result.ResultDeclaredType, options);
                break;
            case JsonRpcError { Error: { } error }:
                WriteError(writer, error, options);
                break;
            default:
                throw new ArgumentException($"{message.GetType().Name} is not a message that can be written.", nameof(message));
        }

        writer.WriteEndObject();
    }

    private static void WriteArguments(Utf8JsonWriter writer, JsonRpcRequest request, JsonSerializerOptions options)
    {
        if (request.Arguments is null) return;
        writer.WritePropertyName("params"u8);
        if (request.ArgumentsList is { } list)
        {
            writer.WriteStartArray();
            for (int i = 0; i < list.Count; i++) WriteValue(writer, list[i], request.ArgumentListDeclaredTypes?[i], options);
            writer.WriteEndArray();
        }
        else if (request.NamedArguments is { } named)
        {
            writer.WriteStartObject();
            foreach (var (name, value) in named)
            {
                writer.WritePropertyName(name);
                WriteValue(writer, value, request.NamedArgumentDeclaredTypes?[name], options);
            }

            writer.WriteEndObject();
        }
        else
        {
            WriteValue(writer, request.Arguments, null, options);
        }
    }

    private static void WriteError(Utf8JsonWriter writer, JsonRpcError.ErrorDetail error, JsonSerializerOptions options)
    {
        writer.WriteStartObject("error"u8);
        writer.WriteNumber("code"u8, (int)error.Code);
        writer.WriteString("message"u8, error.Message);
        if (error.Data is { } data)
        {
            writer.WritePropertyName("data"u8);
            WriteValue(writer, data, null, options);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value, Type? declaredType, JsonSerializerOptions options)
    {
        if (value is not null && declaredType is not null) JsonSerializer.Serialize(writer, value, declaredType, options);
        else JsonSerializer.Serialize(writer, value, options);
    }
}
