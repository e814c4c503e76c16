using System.Reflection;

namespace StreamJsonRpc.Protocol;

/// <summary>A request, or a notification when it has no id.</summary>
public class JsonRpcRequest : JsonRpcMessage, IJsonRpcMessageWithId
{
    public enum ArgumentMatchResult
    {
        Success,
        ParameterArgumentCountMismatch,
        ParameterArgumentTypeMismatch,
        MissingArgument,
    }

    public RequestId RequestId { get; set; }

    public string? Method { get; set; }

    /// <summary>A list (positional), a dictionary (named), any other object (its members are the named arguments), or null for none.</summary>
    public object? Arguments { get; set; }

    public bool IsResponseExpected => !RequestId.IsEmpty;

    public bool IsNotification => RequestId.IsEmpty;

    public virtual int ArgumentCount => NamedArguments?.Count ?? ArgumentsList?.Count ?? 0;

    public IReadOnlyDictionary<string, object?>? NamedArguments
    {
        get => Arguments as IReadOnlyDictionary<string, object?>;
        set => Arguments = value;
    }

    public IReadOnlyDictionary<string, Type>? NamedArgumentDeclaredTypes { get; set; }

    public IReadOnlyList<object?>? ArgumentsList
    {
        get => Arguments as IReadOnlyList<object?>;
        set => Arguments = value;
    }

    public IReadOnlyList<Type>? ArgumentListDeclaredTypes { get; set; }

    public virtual IEnumerable<string>? ArgumentNames => NamedArguments?.Keys;

    /// <summary>The settings of the method that arguments are being read for: they decide how an <see cref="IProgress{T}"/> reports.</summary>
    internal JsonRpcMethodAttribute? MethodSettings { get; set; }

    public virtual ArgumentMatchResult TryGetTypedArguments(ReadOnlySpan<ParameterInfo> parameters, Span<object?> typedArguments) =>
        TryGetTypedArguments(parameters, default, typedArguments);

    /// <summary>Reads the arguments for <paramref name="parameters"/>; those that are missing get their parameter's default.</summary>
    /// <param name="parameterNames">The names to look for, or empty for the parameters' own.</param>
    /// <param name="typedArguments">Receives one value for each parameter; must be as long as <paramref name="parameters"/>.</param>
    /// <exception cref="RpcArgumentDeserializationException">An argument cannot be read as its parameter's type.</exception>
    public virtual ArgumentMatchResult TryGetTypedArguments(
        ReadOnlySpan<ParameterInfo> parameters, ReadOnlySpan<string?> parameterNames, Span<object?> typedArguments)
    {
        if (parameters.Length != typedArguments.Length)
            throw new ArgumentException("There must be as many arguments as parameters.", nameof(typedArguments));
        if (ArgumentCount > parameters.Length) return ArgumentMatchResult.ParameterArgumentCountMismatch;

        for (int i = 0; i < parameters.Length; i++)
        {
            var parameter = parameters[i];
            string? name = parameterNames.IsEmpty ? parameter.Name : parameterNames[i];
            if (TryGetArgumentByNameOrIndex(name, i, parameter.ParameterType, out object? value))
            {
                if (!Fits(value, parameter.ParameterType)) return ArgumentMatchResult.ParameterArgumentTypeMismatch;
                typedArguments[i] = value;
            }
            else if (parameter.HasDefaultValue)
            {
                typedArguments[i] = parameter.DefaultValue;
            }
            else
            {
                return ArgumentMatchResult.MissingArgument;
            }
        }

        return ArgumentMatchResult.Success;
    }

    public virtual bool TryGetArgumentByNameOrIndex(string? name, int position, Type? typeHint, out object? value)
    {
        if (NamedArguments is { } named && name is not null) return named.TryGetValue(name, out value);
        bool found = ArgumentsList is { } list && (uint)position < (uint)list.Count;
        value = found ? ArgumentsList![position] : null;
        return found;
    }

    public override string ToString() => IsNotification ? $"notification {Method}" : $"request {RequestId}: {Method}";

    private static bool Fits(object? value, Type type) =>
        value is null ? !type.IsValueType || Nullable.GetUnderlyingType(type) is not null : type.IsInstanceOfType(value);
}
