namespace PaintDotNet;

/// <summary>Says who made a plugin by a type that knows.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public sealed class PluginSupportInfoAttribute<T> : PluginSupportInfoAttribute, IPluginSupportInfo
    where T : IPluginSupportInfo, new()
{
    public PluginSupportInfoAttribute()
        : base(typeof(T))
    {
    }
}
