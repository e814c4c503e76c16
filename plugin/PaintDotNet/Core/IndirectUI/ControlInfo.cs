using PaintDotNet.PropertySystem;

namespace PaintDotNet.IndirectUI;

/// <summary>A control that the application is to show, or a group of them.</summary>
public abstract class ControlInfo : ICloneable
{
    private readonly List<ControlInfo> _children = [];

    internal ControlInfo(PropertyCollection controlProperties) => ControlProperties = controlProperties;

    internal ControlInfo(ControlInfo original)
    {
        ControlProperties = original.ControlProperties.Clone();
        _children.AddRange(original._children.Select(child => child.Clone()));
    }

    public IReadOnlyList<ControlInfo> ChildControls => _children;

    public PropertyCollection ControlProperties { get; protected set; }

    public static ControlInfo CreateDefaultConfigUI(IEnumerable<Property> properties)
    {
        ArgumentNullException.ThrowIfNull(properties);
        PanelControlInfo panel = new();
        foreach (Property property in properties) panel.AddChildControl(PropertyControlInfo.CreateFor(property));
        return panel;
    }

    public abstract ControlInfo Clone();

    object ICloneable.Clone() => Clone();

    public PropertyControlInfo? FindControlForPropertyName(object propertyName)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        if (this is PropertyControlInfo self && self.Property.Name == propertyName.ToString()) return self;
        return _children.Select(child => child.FindControlForPropertyName(propertyName)).FirstOrDefault(found => found is not null);
    }

    /// <returns>Whether there is such a control, and its property can be shown in this way.</returns>
    public bool SetPropertyControlType(object propertyName, PropertyControlType newControlType)
    {
        if (FindControlForPropertyName(propertyName)?.ControlType is not { } type || !type.ValueChoices.Contains(newControlType)) return false;
        type.Value = newControlType;
        return true;
    }

    /// <returns>Whether there is such a control, and it has such a property.</returns>
    public bool SetPropertyControlValue(object propertyName, object controlPropertyName, object? propertyValue)
    {
        if (FindControlForPropertyName(propertyName)?.ControlProperties[controlPropertyName] is not { } property) return false;
        property.Value = propertyValue;
        return true;
    }

    protected IList<ControlInfo> GetChildControlsCore() => _children;
}
