namespace PaintDotNet.PropertySystem;

/// <summary>The target is read-only while the source is true; inverse: while it is false.</summary>
public sealed class ReadOnlyBoundToBooleanRule : PropertyCollectionRule, ICloneable
{
    private readonly string _target;
    private readonly string _source;
    private readonly bool _inverse;

    public ReadOnlyBoundToBooleanRule(Property targetProperty, BooleanProperty sourceProperty, bool inverse)
        : this((object)targetProperty, sourceProperty, inverse)
    {
    }

    public ReadOnlyBoundToBooleanRule(object targetPropertyName, object sourceBooleanPropertyName, bool inverse)
    {
        _target = NameOf(targetPropertyName);
        _source = NameOf(sourceBooleanPropertyName);
        _inverse = inverse;
    }

    public override PropertyCollectionRule Clone() => new ReadOnlyBoundToBooleanRule(_target, _source, _inverse);

    protected override void OnInitialized()
    {
        Property target = Find(_target);
        BooleanProperty source = (BooleanProperty)Find(_source);
        source.ValueChanged += (_, _) => Apply();
        Apply();

        void Apply() => target.ReadOnly = source.Value != _inverse;
    }
}
