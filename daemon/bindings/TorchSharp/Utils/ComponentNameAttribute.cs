namespace TorchSharp.Utils;

/// <summary>Under which name a module registers a field, where that is not the field's own.</summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    public string? Name { get; set; }
}
