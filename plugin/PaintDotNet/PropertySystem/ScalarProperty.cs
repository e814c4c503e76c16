using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

/// <summary>A setting with a smallest and a largest value.</summary>
public abstract class ScalarProperty<T> : Property<T>, ICloneable, INotifyPropertyChanged
    where T : struct, IComparable<T>
{
    internal ScalarProperty(object name, T defaultValue, T minValue, T maxValue, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, readOnly, vvfResult)
    {
        if (minValue.CompareTo(maxValue) > 0) throw new ArgumentOutOfRangeException(nameof(maxValue), $"{name}: the largest value is below the smallest.");
        if (defaultValue.CompareTo(minValue) < 0 || defaultValue.CompareTo(maxValue) > 0)
            throw new ArgumentOutOfRangeException(nameof(defaultValue), $"{name}: the default is not in {minValue}..{maxValue}.");
        MinValue = minValue;
        MaxValue = maxValue;
    }

    internal ScalarProperty(ScalarProperty<T> original)
        : base(original)
    {
        MinValue = original.MinValue;
        MaxValue = original.MaxValue;
    }

    public T MinValue { get; }

    public T MaxValue { get; }

    public static T Clamp(T value, T min, T max) => value.CompareTo(max) > 0 ? max : value.CompareTo(min) < 0 ? min : value;

    public T ClampPotentialValue(T newValue) => Clamp(newValue, MinValue, MaxValue);

    protected override T OnClampNewValueT(T newValue) => ClampPotentialValue(newValue);

    protected override bool ValidateNewValueT(T newValue) => newValue.CompareTo(MinValue) >= 0 && newValue.CompareTo(MaxValue) <= 0;
}
