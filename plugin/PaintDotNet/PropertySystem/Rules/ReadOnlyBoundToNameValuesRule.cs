namespace PaintDotNet.PropertySystem;

/// <summary>The target is read-only while one of the sources has the value given for it; inverse: while none has.</summary>
public sealed class ReadOnlyBoundToNameValuesRule : PropertyCollectionRule, ICloneable
{
    private readonly string _target;
    private readonly bool _inverse;
    private readonly (object PropertyName, object? Value)[] _sources;

    public ReadOnlyBoundToNameValuesRule(object targetPropertyName, bool inverse, params (object PropertyName, object? Value)[] sourcePropertyNameValuePairs)
        : this(targetPropertyName, inverse, sourcePropertyNameValuePairs.AsEnumerable())
    {
    }

    public ReadOnlyBoundToNameValuesRule(object targetPropertyName, bool inverse, IEnumerable<(object PropertyName, object? Value)> sourcePropertyNameValuePairs)
    {
        _target = NameOf(targetPropertyName);
        _inverse = inverse;
        _sources = [.. sourcePropertyNameValuePairs];
    }

    public override PropertyCollectionRule Clone() => new ReadOnlyBoundToNameValuesRule(_target, _inverse, _sources);

    protected override void OnInitialized()
    {
        Property target = Find(_target);
        (Property Property, object? Value)[] sources = [.. _sources.Select(pair => (Find(NameOf(pair.PropertyName)), pair.Value))];
        foreach ((Property source, _) in sources) source.ValueChanged += (_, _) => Apply();
        Apply();

        void Apply() => target.ReadOnly = sources.Any(pair => Equals(pair.Property.Value, pair.Value)) != _inverse;
    }
}
