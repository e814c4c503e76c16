namespace StreamJsonRpc;

/// <summary>The name and the settings of a local method.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class JsonRpcMethodAttribute : Attribute
{
    public JsonRpcMethodAttribute()
    {
    }

    public JsonRpcMethodAttribute(string? name)
    {
        if (name is { Length: 0 }) throw new ArgumentException("A method's name must not be empty.", nameof(name));
        Name = name;
    }

    public string? Name { get; }

    /// <summary>The whole parameter object is the method's one argument.</summary>
    public bool UseSingleObjectParameterDeserialization { get; set; }

    /// <summary>Progress is sent as {token, value}, not as [token, value].</summary>
    public bool ClientRequiresNamedArguments { get; set; }
}
