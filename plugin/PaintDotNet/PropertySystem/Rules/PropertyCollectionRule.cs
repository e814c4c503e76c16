namespace PaintDotNet.PropertySystem;

/// <summary>Keeps properties of a collection in accord.</summary>
public abstract class PropertyCollectionRule : ICloneable
{
    private PropertyCollection? _owner;

    internal PropertyCollectionRule()
    {
    }

    protected PropertyCollection Owner => _owner ?? throw new InvalidOperationException("The rule belongs to no collection yet.");

    public abstract PropertyCollectionRule Clone();

    object ICloneable.Clone() => Clone();

    internal void Initialize(PropertyCollection owner)
    {
        _owner = owner;
        OnInitialized();
    }

    protected abstract void OnInitialized();

    private protected static string NameOf(object propertyName)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        return propertyName is Property property ? property.Name : propertyName.ToString()!;
    }

    private protected Property Find(string name) => Owner[name] ?? throw new ArgumentException($"A rule names the property {name}, which is not there.");
}
