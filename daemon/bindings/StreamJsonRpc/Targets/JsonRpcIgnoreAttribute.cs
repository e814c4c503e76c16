namespace StreamJsonRpc;

/// <summary>Keeps a public method of a target from being called.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class JsonRpcIgnoreAttribute : Attribute
{
}
