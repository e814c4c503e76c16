using PaintDotNet.PropertySystem;

namespace PaintDotNet.IndirectUI;

/// <summary>The control of a property.</summary>
public sealed class PropertyControlInfo : ControlInfo, ICloneable
{
    private readonly Dictionary<object, string> _valueDisplayNames = [];

    private PropertyControlInfo(Property property)
        : base(PropertyControls.Of(property))
    {
        Property = property;
        object[] types = [.. PropertyControls.TypesOf(property).Cast<object>()];
        ControlType = new StaticListChoiceProperty(ControlInfoPropertyNames.ControlType, types);
    }

    private PropertyControlInfo(PropertyControlInfo original)
        : base(original)
    {
        Property = original.Property;
        ControlType = (StaticListChoiceProperty)original.ControlType.Clone();
        foreach ((object value, string name) in original._valueDisplayNames) _valueDisplayNames.Add(value, name);
    }

    public StaticListChoiceProperty ControlType { get; }

    public Property Property { get; }

    public static PropertyControlInfo CreateFor(Property property)
    {
        ArgumentNullException.ThrowIfNull(property);
        return new PropertyControlInfo(property);
    }

    public override ControlInfo Clone() => new PropertyControlInfo(this);

    public string GetValueDisplayName(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return _valueDisplayNames.TryGetValue(value, out string? name) ? name : value.ToString() ?? "";
    }

    public void SetValueDisplayName(object value, string displayName)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(displayName);
        _valueDisplayNames[value] = displayName;
    }
}
