using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

/// <summary>A choice out of a list that stays as it is.</summary>
public sealed class StaticListChoiceProperty : Property<object>, ICloneable, INotifyPropertyChanged
{
    private readonly object[] _valueChoices;

    public StaticListChoiceProperty(object name, object[] valueChoices)
        : this(name, valueChoices, 0)
    {
    }

    public StaticListChoiceProperty(object name, object[] valueChoices, int defaultChoiceIndex)
        : this(name, valueChoices, defaultChoiceIndex, false)
    {
    }

    public StaticListChoiceProperty(object name, object[] valueChoices, int defaultChoiceIndex, bool readOnly)
        : this(name, valueChoices, defaultChoiceIndex, readOnly, DefaultValueValidationFailureResult)
    {
    }

    public StaticListChoiceProperty(object name, object[] valueChoices, int defaultChoiceIndex, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, Choose(valueChoices, defaultChoiceIndex), readOnly, vvfResult) => _valueChoices = (object[])valueChoices.Clone();

    private StaticListChoiceProperty(StaticListChoiceProperty original)
        : base(original) => _valueChoices = original._valueChoices;

    public object[] ValueChoices => (object[])_valueChoices.Clone();

    public static StaticListChoiceProperty CreateForEnum<TEnum>(object name, TEnum defaultValue)
        where TEnum : Enum => ForEnum(typeof(TEnum), name, defaultValue, false);

    public static StaticListChoiceProperty CreateForEnum<TEnum>(object name, TEnum defaultValue, bool readOnly)
        where TEnum : Enum => ForEnum(typeof(TEnum), name, defaultValue, readOnly);

    public static StaticListChoiceProperty CreateForEnum(Type enumType, object name, object defaultValue) => ForEnum(enumType, name, defaultValue, false);

    public static StaticListChoiceProperty CreateForEnum(Type enumType, object name, object defaultValue, bool readOnly) => ForEnum(enumType, name, defaultValue, readOnly);

    public override Property Clone() => new StaticListChoiceProperty(this);

    /// <summary>No choice is near another: the default is taken.</summary>
    protected override object OnClampNewValueT(object newValue) => DefaultValue;

    protected override bool ValidateNewValueT(object newValue) => Array.IndexOf(_valueChoices, newValue) >= 0;

    private static StaticListChoiceProperty ForEnum(Type enumType, object name, object defaultValue, bool readOnly)
    {
        object[] choices = [.. Enum.GetValues(enumType).Cast<object>()];
        return new StaticListChoiceProperty(name, choices, Array.IndexOf(choices, defaultValue), readOnly);
    }

    private static object Choose(object[] valueChoices, int index)
    {
        ArgumentNullException.ThrowIfNull(valueChoices);
        if (index < 0 || index >= valueChoices.Length) throw new ArgumentOutOfRangeException(nameof(index), $"There are {valueChoices.Length} choices, but the default is number {index}.");
        return valueChoices[index];
    }
}
