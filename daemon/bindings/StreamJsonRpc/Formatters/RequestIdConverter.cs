using System.Text.Json;
using System.Text.Json.Serialization;

namespace StreamJsonRpc.Formatters;

internal sealed class RequestIdConverter : JsonConverter<RequestId>
{
    public static readonly RequestIdConverter Instance = new();

    // A null id is an id: it must reach Read.
    public override bool HandleNull => true;

    /// <exception cref="JsonException">The id is neither a number, nor a string, nor null.</exception>
    public override RequestId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => new RequestId(reader.GetInt64()),
        JsonTokenType.String => new RequestId(reader.GetString()),
        JsonTokenType.Null => RequestId.Null,
        _ => throw new JsonException($"An id must be a number, a string or null, not {reader.TokenType}."),
    };

    public override void Write(Utf8JsonWriter writer, RequestId value, JsonSerializerOptions options)
    {
        if (value.Number is { } number) writer.WriteNumberValue(number);
        else if (value.String is { } text) writer.WriteStringValue(text);
        else writer.WriteNullValue();
    }
}
