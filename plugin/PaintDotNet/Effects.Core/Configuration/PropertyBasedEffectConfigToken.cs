using PaintDotNet.PropertySystem;

namespace PaintDotNet.Effects;

/// <summary>Settings that are properties.</summary>
public sealed class PropertyBasedEffectConfigToken : EffectConfigToken, ICloneable
{
    public PropertyBasedEffectConfigToken(PropertyCollection propertyCollection)
    {
        ArgumentNullException.ThrowIfNull(propertyCollection);
        Properties = propertyCollection.Clone();
    }

    public PropertyCollection Properties { get; }

    public IEnumerable<string> PropertyNames => Properties.PropertyNames;

    public override object Clone() => new PropertyBasedEffectConfigToken(Properties);

    public Property? GetProperty(object propertyName) => Properties[propertyName];

    /// <returns>Null when there is none of this name and type.</returns>
    public T? GetProperty<T>(object propertyName)
        where T : Property => Properties[propertyName] as T;

    /// <returns>Whether there is such a property, and it took the value.</returns>
    public bool SetPropertyValue(object propertyName, object newValue)
    {
        if (Properties[propertyName] is not { } property) return false;
        property.SetValue(newValue);
        return Equals(property.Value, newValue);
    }
}
