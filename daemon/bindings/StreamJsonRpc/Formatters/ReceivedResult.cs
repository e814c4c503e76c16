using System.Runtime.ExceptionServices;
using System.Text.Json;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc.Formatters;

/// <summary>The peer's answer, still JSON.</summary>
internal sealed class ReceivedResult(SystemTextJsonFormatter formatter, JsonElement json) : JsonRpcResult
{
    private JsonElement? _json = json;
    private JsonException? _error;

    /// <exception cref="JsonException">The answer cannot be read as the type that the caller asked for.</exception>
    public override T GetResult<T>()
    {
        if (_error is not null) ExceptionDispatchInfo.Throw(_error);
        return _json is { } element ? element.Deserialize<T>(formatter.JsonSerializerOptions)! : (T)Result!;
    }

    protected internal override void SetExpectedResultType(Type resultType)
    {
        try
        {
            Result = _json?.Deserialize(resultType, formatter.JsonSerializerOptions);
            _json = null;
        }
        catch (Exception e)
        {
            // Kept for the caller: this runs on the reading side, which must go on.
            _error = new JsonException(
                $"Deserializing JSON-RPC result to type {resultType.Name} failed with {e.GetType().Name}: {e.Message}", e);
        }
    }
}
