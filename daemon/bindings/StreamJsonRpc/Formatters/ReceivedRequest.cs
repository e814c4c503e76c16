using System.Reflection;
using System.Text.Json;
using StreamJsonRpc.Protocol;

namespace StreamJsonRpc.Formatters;

/// <summary>A request from the peer, its arguments still JSON.</summary>
internal sealed class ReceivedRequest : JsonRpcRequest
{
    private readonly SystemTextJsonFormatter _formatter;
    private readonly JsonElement? _arguments;

    /// <exception cref="JsonException">The arguments are neither an array nor an object.</exception>
    public ReceivedRequest(SystemTextJsonFormatter formatter, JsonElement? arguments)
    {
        _formatter = formatter;
        _arguments = arguments;
        ArgumentCount = arguments switch
        {
            null => 0,
            { ValueKind: JsonValueKind.Array } array => array.GetArrayLength(),
            { ValueKind: JsonValueKind.Object } named => named.GetPropertyCount(),
            { ValueKind: var kind } => throw new JsonException($"The params of a message must be an array or an object, not {kind}."),
        };
    }

    public override int ArgumentCount { get; }

    public override IEnumerable<string>? ArgumentNames =>
        _arguments is { ValueKind: JsonValueKind.Object } named ? named.EnumerateObject().Select(property => property.Name) : null;

    public override ArgumentMatchResult TryGetTypedArguments(
        ReadOnlySpan<ParameterInfo> parameters, ReadOnlySpan<string?> parameterNames, Span<object?> typedArguments)
    {
        if (parameters.Length != 1 || MethodSettings is not { UseSingleObjectParameterDeserialization: true } || _arguments is not { } whole)
            return base.TryGetTypedArguments(parameters, parameterNames, typedArguments);
        typedArguments[0] = Read(whole, parameters[0].ParameterType, parameters[0].Name, 0);
        return ArgumentMatchResult.Success;
    }

    public override bool TryGetArgumentByNameOrIndex(string? name, int position, Type? typeHint, out object? value)
    {
        JsonElement? found = _arguments switch
        {
            { ValueKind: JsonValueKind.Object } named when name is not null && named.TryGetProperty(name, out var member) => member,
            { ValueKind: JsonValueKind.Array } array when (uint)position < (uint)array.GetArrayLength() => array[position],
            _ => null,
        };
        value = found is { } element ? Read(element, typeHint ?? typeof(object), name, position) : null;
        return found is not null;
    }

    private object? Read(JsonElement element, Type type, string? name, int position)
    {
        _formatter.MethodBeingRead = MethodSettings;
        try
        {
            return element.Deserialize(type, _formatter.JsonSerializerOptions);
        }
        catch (Exception e)
        {
            throw new RpcArgumentDeserializationException(name, position, type, e);
        }
        finally
        {
            _formatter.MethodBeingRead = null;
        }
    }
}
