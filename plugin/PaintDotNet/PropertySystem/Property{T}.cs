using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

/// <summary>A setting of one type.</summary>
public abstract class Property<T> : Property, ICloneable, INotifyPropertyChanged
{
    internal Property(object name, T defaultValue, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, typeof(T), defaultValue, readOnly, vvfResult)
    {
    }

    internal Property(Property<T> original)
        : base(original)
    {
    }

    public new event ValueEventHandler<T>? ValueChanged;

    public new T DefaultValue => (T)base.DefaultValue!;

    public new T Value
    {
        get => (T)base.Value!;
        set => base.Value = value;
    }

    protected override sealed object? OnClampNewValue(object? newValue) => OnClampNewValueT((T)newValue!);

    protected abstract T OnClampNewValueT(T newValue);

    protected override sealed object? OnCoerceValue(object? newValue) => newValue is null && default(T) is null ? null : OnCoerceValueT(newValue!);

    protected virtual T OnCoerceValueT(object newValue) => (T)newValue;

    protected override sealed void OnValueChanged(object? newValue)
    {
        OnValueChangedT((T)newValue!);
        base.OnValueChanged(newValue);
    }

    protected virtual void OnValueChangedT(T newValue) => ValueChanged?.Invoke(this, ValueEventArgs<T>.Get(newValue));

    protected override sealed string PropertyValueToString(object? value) => value is null ? base.PropertyValueToString(value) : PropertyValueToStringT((T)value);

    protected virtual string PropertyValueToStringT(T value) => value!.ToString() ?? "";

    protected override sealed bool ValidateNewValue(object? newValue) => ValidateNewValueT((T)newValue!);

    protected virtual bool ValidateNewValueT(T newValue) => true;
}
