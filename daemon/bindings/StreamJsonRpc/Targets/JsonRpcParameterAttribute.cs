namespace StreamJsonRpc;

/// <summary>The name that an argument is sent by, where it is not the parameter's.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class JsonRpcParameterAttribute : Attribute
{
    public JsonRpcParameterAttribute(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    public string Name { get; }
}
