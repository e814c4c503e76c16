using System.Text.Json;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc.Formatters;

/// <summary>The peer's error, its data still JSON.</summary>
internal sealed class ReceivedErrorDetail(SystemTextJsonFormatter formatter, JsonElement? json) : JsonRpcError.ErrorDetail
{
    private JsonElement? _json = json;

    /// <summary>The data as <paramref name="dataType"/>; as a <see cref="JsonElement"/> when it is something else.</summary>
    public override object? GetData(Type dataType)
    {
        ArgumentNullException.ThrowIfNull(dataType);
        if (_json is not { } element) return Data;
        try
        {
            return element.Deserialize(dataType, formatter.JsonSerializerOptions);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            return element;
        }
    }

    protected internal override void SetExpectedDataType(Type dataType)
    {
        Data = GetData(dataType);
        _json = null;
    }
}
