using System.Collections;
using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

/// <summary>Properties by name, and the rules between them. Rules are copied, so that each collection has its own.</summary>
public sealed class PropertyCollection : INotifyPropertyChanged, IEnumerable<Property>, IEnumerable, ICloneable
{
    private readonly List<Property> _properties = [];
    private readonly Dictionary<string, Property> _byName = new(StringComparer.Ordinal);
    private readonly List<PropertyCollectionRule> _rules = [];

    public PropertyCollection()
        : this([])
    {
    }

    public PropertyCollection(IEnumerable<Property> properties)
        : this(properties, [])
    {
    }

    /// <exception cref="ArgumentException">Two properties have the same name, or a rule names one that is missing.</exception>
    public PropertyCollection(IEnumerable<Property> properties, IEnumerable<PropertyCollectionRule> rules)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(rules);
        foreach (Property property in properties)
        {
            if (!_byName.TryAdd(property.Name, property)) throw new ArgumentException($"There are two properties of the name {property.Name}.", nameof(properties));
            _properties.Add(property);
            ((INotifyPropertyChanged)property).PropertyChanged += (sender, e) => PropertyChanged?.Invoke(sender, e);
        }

        foreach (PropertyCollectionRule rule in rules)
        {
            PropertyCollectionRule copy = rule.Clone();
            _rules.Add(copy);
            copy.Initialize(this);
        }
    }

    public event PropertyChangedEventHandler? PropertyChanged;

    public int Count => _properties.Count;

    public IEnumerable<Property> Properties => [.. _properties];

    public IEnumerable<string> PropertyNames => [.. _properties.Select(property => property.Name)];

    public IEnumerable<PropertyCollectionRule> Rules => [.. _rules];

    public Property? this[object propertyName] => TryGetProperty(propertyName, out Property? property) ? property : null;

    public static PropertyCollection CreateEmpty() => new();

    public static PropertyCollection CreateMerged(PropertyCollection pc1, PropertyCollection pc2)
    {
        ArgumentNullException.ThrowIfNull(pc1);
        ArgumentNullException.ThrowIfNull(pc2);
        return new PropertyCollection([.. pc1.Concat(pc2).Select(property => property.Clone())], [.. pc1._rules, .. pc2._rules]);
    }

    public PropertyCollection Clone() => new([.. _properties.Select(property => property.Clone())], _rules);

    object ICloneable.Clone() => Clone();

    public void CopyCompatibleValuesFrom(PropertyCollection srcProps) => CopyCompatibleValuesFrom(srcProps, false);

    public void CopyCompatibleValuesFrom(PropertyCollection srcProps, bool ignoreReadOnlyFlags)
    {
        ArgumentNullException.ThrowIfNull(srcProps);
        foreach (Property source in srcProps)
        {
            if (this[source.Name] is not { } target || target.ValueType != source.ValueType) continue;
            if (!target.ReadOnly || ignoreReadOnlyFlags) target.SetValue(source.Value);
        }
    }

    public IEnumerator<Property> GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool TryGetProperty(object propertyName, out Property? property)
    {
        ArgumentNullException.ThrowIfNull(propertyName);
        return _byName.TryGetValue(propertyName.ToString()!, out property);
    }
}
