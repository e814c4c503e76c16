namespace PaintDotNet.PropertySystem;

/// <summary>The target is read-only while the source has one of some values; inverse: while it has none of them.</summary>
public sealed class ReadOnlyBoundToValueRule<TValue, TProperty> : PropertyCollectionRule, ICloneable
    where TProperty : Property<TValue>
{
    private readonly string _target;
    private readonly string _source;
    private readonly TValue[] _values;
    private readonly bool _inverse;

    public ReadOnlyBoundToValueRule(Property targetProperty, TProperty sourceProperty, TValue valueForReadOnly, bool inverse = false)
        : this(targetProperty, sourceProperty, [valueForReadOnly], inverse)
    {
    }

    public ReadOnlyBoundToValueRule(Property targetProperty, TProperty sourceProperty, TValue[] valuesForReadOnly, bool inverse = false)
        : this((object)targetProperty, sourceProperty, valuesForReadOnly, inverse)
    {
    }

    public ReadOnlyBoundToValueRule(object targetPropertyName, object sourcePropertyName, TValue valueForReadOnly, bool inverse = false)
        : this(targetPropertyName, sourcePropertyName, [valueForReadOnly], inverse)
    {
    }

    public ReadOnlyBoundToValueRule(object targetPropertyName, object sourcePropertyName, TValue[] valuesForReadOnly, bool inverse = false)
    {
        _target = NameOf(targetPropertyName);
        _source = NameOf(sourcePropertyName);
        _values = valuesForReadOnly;
        _inverse = inverse;
    }

    public override PropertyCollectionRule Clone() => new ReadOnlyBoundToValueRule<TValue, TProperty>((object)_target, _source, _values, _inverse);

    protected override void OnInitialized()
    {
        Property target = Find(_target);
        TProperty source = (TProperty)Find(_source);
        source.ValueChanged += (_, _) => Apply();
        Apply();

        void Apply() => target.ReadOnly = _values.Contains(source.Value) != _inverse;
    }
}
