using System.Reflection;

namespace StreamJsonRpc.Targets;

/// <summary>A method that the peer may call, with the object that it is called on.</summary>
internal sealed class LocalMethod
{
    private readonly ParameterInfo[] _parameters;
    private readonly string?[] _names;

    /// <param name="settings">Null for none.</param>
    /// <param name="context">Where it starts; null for the connection's own choice.</param>
    public LocalMethod(
        MethodInfo method, object? target, JsonRpcMethodAttribute? settings, SynchronizationContext? context, Func<string, string>? renameParameter)
    {
        Method = method;
        Target = target;
        Settings = settings;
        Context = context;
        _parameters = method.GetParameters();
        HasCancellationToken = _parameters is [.., { ParameterType: var last }] && last == typeof(CancellationToken);
        _names = [.. Parameters.ToArray().Select(parameter => NameOf(parameter, renameParameter))];
    }

    public MethodInfo Method { get; }

    public object? Target { get; }

    public JsonRpcMethodAttribute? Settings { get; }

    public SynchronizationContext? Context { get; }

    /// <summary>The last parameter is a cancellation token, which no argument is sent for.</summary>
    public bool HasCancellationToken { get; }

    /// <summary>Those that arguments are sent for.</summary>
    public ReadOnlySpan<ParameterInfo> Parameters => HasCancellationToken ? _parameters.AsSpan(..^1) : _parameters;

    public ReadOnlySpan<string?> ParameterNames => _names;

    /// <summary>What the method is called with, the cancellation token included.</summary>
    public int ArgumentCount => _parameters.Length;

    public int RequiredParameters => Parameters.ToArray().Count(parameter => !parameter.IsOptional);

    public bool HasByReferenceParameters => _parameters.Any(parameter => parameter.ParameterType.IsByRef);

    public bool HasSameParameters(LocalMethod other) =>
        Parameters.ToArray().Select(p => p.ParameterType).SequenceEqual(other.Parameters.ToArray().Select(p => p.ParameterType));

    public override string ToString() =>
        $"{Method.DeclaringType}.{Method.Name}({string.Join(", ", _parameters.Select(parameter => parameter.ParameterType.Name))})";

    private static string? NameOf(ParameterInfo parameter, Func<string, string>? rename)
    {
        string? name = parameter.GetCustomAttribute<JsonRpcParameterAttribute>()?.Name ?? parameter.Name;
        return name is null || rename is null ? name : rename(name);
    }
}
