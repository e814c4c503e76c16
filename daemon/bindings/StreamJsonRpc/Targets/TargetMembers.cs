using System.Reflection;

namespace StreamJsonRpc.Targets;

/// <summary>Which members of a type a peer may use, and by which names.</summary>
internal static class TargetMembers
{
    private const string AsyncSuffix = "Async";

    /// <summary>
    /// The methods but those of <see cref="object"/>, accessors and ignored ones. FooAsync goes by Foo as well, unless an attribute
    /// names it or there is a Foo already.
    /// </summary>
    /// <exception cref="ArgumentException">A method is both named and ignored.</exception>
    public static List<(string Name, MethodInfo Method, JsonRpcMethodAttribute? Settings)> Methods(Type type, BindingFlags members)
    {
        List<(string Name, MethodInfo Method, JsonRpcMethodAttribute? Settings)> methods = [];
        foreach (var (method, contract) in Declarations(type, members))
        {
            if (method.IsSpecialName || method.DeclaringType == typeof(object)) continue;
            var settings = Attribute<JsonRpcMethodAttribute>(method, contract);
            if (Attribute<JsonRpcIgnoreAttribute>(method, contract) is null) methods.Add((settings?.Name ?? method.Name, method, settings));
            else if (settings is not null) throw new ArgumentException($"{method.Name} is both a JSON-RPC method and ignored.", nameof(type));
        }

        var names = methods.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        var aliases = methods
            .Where(m => m.Settings?.Name is null && m.Name.EndsWith(AsyncSuffix, StringComparison.Ordinal))
            .Select(m => m with { Name = m.Name[..^AsyncSuffix.Length] })
            .Where(m => !names.Contains(m.Name))
            .ToList();
        methods.AddRange(aliases);
        return methods;
    }

    /// <summary>The public events, those of inherited interfaces included.</summary>
    public static IEnumerable<EventInfo> Events(Type type) =>
        Contracts(type).SelectMany(contract => contract.GetEvents(BindingFlags.Public | BindingFlags.Instance));

    private static IEnumerable<Type> Contracts(Type type) => type.IsInterface ? type.GetInterfaces().Prepend(type) : [type];

    /// <summary>The methods of a type, each with the interface methods that it implements.</summary>
    private static IEnumerable<(MethodInfo Method, MethodInfo[] Contract)> Declarations(Type type, BindingFlags members)
    {
        if (type.IsInterface) return Contracts(type).SelectMany(contract => contract.GetMethods()).Select(method => (method, Array.Empty<MethodInfo>()));
        var contracts = type.GetInterfaces()
            .Select(type.GetInterfaceMap)
            .SelectMany(map => map.TargetMethods.Zip(map.InterfaceMethods))
            .ToLookup(pair => pair.First, pair => pair.Second);
        return type.GetMethods(members).Select(method => (method, contracts[method].ToArray()));
    }

    private static T? Attribute<T>(MethodInfo method, MethodInfo[] contract)
        where T : Attribute =>
        contract.Prepend(method).Select(m => m.GetCustomAttribute<T>()).FirstOrDefault(attribute => attribute is not null);
}
