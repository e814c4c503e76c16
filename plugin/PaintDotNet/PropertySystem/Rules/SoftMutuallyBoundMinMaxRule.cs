namespace PaintDotNet.PropertySystem;

/// <summary>The first is never above the second: whichever is not being changed gives way.</summary>
public sealed class SoftMutuallyBoundMinMaxRule<TValue, TProperty> : PropertyCollectionRule, ICloneable
    where TValue : struct, IComparable<TValue>
    where TProperty : ScalarProperty<TValue>
{
    private readonly string _min;
    private readonly string _max;

    public SoftMutuallyBoundMinMaxRule(Property minProperty, Property maxProperty)
        : this((object)minProperty, maxProperty)
    {
    }

    public SoftMutuallyBoundMinMaxRule(object minPropertyName, object maxPropertyName)
    {
        _min = NameOf(minPropertyName);
        _max = NameOf(maxPropertyName);
    }

    public override PropertyCollectionRule Clone() => new SoftMutuallyBoundMinMaxRule<TValue, TProperty>((object)_min, _max);

    protected override void OnInitialized()
    {
        TProperty min = (TProperty)Find(_min);
        TProperty max = (TProperty)Find(_max);
        min.ValueChanged += (_, _) => Follow(max, min.Value, isBelow: max.Value.CompareTo(min.Value) < 0);
        max.ValueChanged += (_, _) => Follow(min, max.Value, isBelow: max.Value.CompareTo(min.Value) < 0);

        static void Follow(TProperty property, TValue value, bool isBelow)
        {
            if (isBelow) property.SetValue(value);
        }
    }
}
