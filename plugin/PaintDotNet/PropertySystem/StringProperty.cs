using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

/// <summary>A text of limited length.</summary>
public sealed class StringProperty : Property<string>, ICloneable, INotifyPropertyChanged
{
    public StringProperty(object name)
        : this(name, "")
    {
    }

    public StringProperty(object name, string defaultValue)
        : this(name, defaultValue, MaxMaxLength)
    {
    }

    public StringProperty(object name, string defaultValue, int maxLength)
        : this(name, defaultValue, maxLength, false)
    {
    }

    public StringProperty(object name, string defaultValue, int maxLength, bool readOnly)
        : this(name, defaultValue, maxLength, readOnly, DefaultValueValidationFailureResult)
    {
    }

    public StringProperty(object name, string defaultValue, int maxLength, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, readOnly, vvfResult)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLength, MaxMaxLength);
        MaxLength = maxLength;
    }

    private StringProperty(StringProperty original)
        : base(original) => MaxLength = original.MaxLength;

    public static int MaxMaxLength => short.MaxValue;

    public int MaxLength { get; }

    public override Property Clone() => new StringProperty(this);

    protected override string OnClampNewValueT(string newValue) => newValue.Length > MaxLength ? newValue[..MaxLength] : newValue;

    protected override string PropertyValueToStringT(string value) => value;

    protected override bool ValidateNewValueT(string newValue) => newValue is null || newValue.Length <= MaxLength;
}
