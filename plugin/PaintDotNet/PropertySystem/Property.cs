using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

/// <summary>A setting with a name, a default, and rules for its value.</summary>
public abstract class Property : ICloneable, INotifyPropertyChanged
{
    private object? _value;
    private bool _readOnly;
    private PropertyChangedEventHandler? _propertyChanged;

    internal Property(object name, Type valueType, object? defaultValue, bool readOnly, ValueValidationFailureResult vvfResult)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name.ToString()!;
        ValueType = valueType;
        DefaultValue = defaultValue;
        ValueValidationFailureResult = vvfResult;
        _value = defaultValue;
        _readOnly = readOnly;
    }

    internal Property(Property original)
        : this(original.Name, original.ValueType, original.DefaultValue, original._readOnly, original.ValueValidationFailureResult) => _value = original._value;

    public event ValueEventHandler<bool>? ReadOnlyChanged;

    public event ValueEventHandler<object?>? ValueChanged;

    event PropertyChangedEventHandler? INotifyPropertyChanged.PropertyChanged
    {
        add => _propertyChanged += value;
        remove => _propertyChanged -= value;
    }

    public static ValueValidationFailureResult DefaultValueValidationFailureResult => ValueValidationFailureResult.Clamp;

    public string Name { get; }

    public Type ValueType { get; }

    public object? DefaultValue { get; }

    public ValueValidationFailureResult ValueValidationFailureResult { get; }

    /// <summary>Whether the user may change it now; rules set it.</summary>
    public bool ReadOnly
    {
        get => _readOnly;
        set
        {
            if (_readOnly == value) return;
            _readOnly = value;
            OnReadOnlyChanged(value);
            OnPropertyChanged(nameof(ReadOnly));
        }
    }

    /// <exception cref="InvalidOperationException">Set while it is read-only.</exception>
    public object? Value
    {
        get => _value;
        set
        {
            VerifyNotReadOnly();
            SetValue(value);
        }
    }

    public static Property Create(Type valueType, object name) => Create(valueType, name, null);

    public static Property Create(Type valueType, object name, object? defaultValue)
    {
        if (valueType == typeof(bool)) return new BooleanProperty(name, (bool)(defaultValue ?? false));
        if (valueType == typeof(int)) return new Int32Property(name, (int)(defaultValue ?? 0));
        if (valueType == typeof(double)) return new DoubleProperty(name, (double)(defaultValue ?? 0.0));
        if (valueType == typeof(string)) return new StringProperty(name, (string)(defaultValue ?? ""));
        if (valueType == typeof(Uri)) return new UriProperty(name, (Uri?)defaultValue);
        throw new ArgumentException($"There is no property for {valueType}.", nameof(valueType));
    }

    public abstract Property Clone();

    object ICloneable.Clone() => Clone();

    internal void SetValue(object? newValue)
    {
        object? coerced = OnCoerceValue(newValue);
        if (!ValidateNewValue(coerced))
        {
            if (ValueValidationFailureResult == ValueValidationFailureResult.Ignore) return;
            if (ValueValidationFailureResult == ValueValidationFailureResult.ThrowException)
                throw new ArgumentOutOfRangeException(nameof(newValue), $"{Name} cannot be {PropertyValueToString(coerced)}.");
            coerced = OnClampNewValue(coerced);
        }

        if (Equals(coerced, _value)) return;
        _value = coerced;
        OnValueChanged(coerced);
        OnPropertyChanged(nameof(Value));
    }

    protected abstract object? OnClampNewValue(object? newValue);

    protected virtual object? OnCoerceValue(object? newValue) => newValue;

    protected void OnPropertyChanged(string propertyName) => _propertyChanged?.Invoke(this, new PropertyChangedEventArgs(propertyName));

    protected virtual void OnReadOnlyChanged(bool newReadOnlyValue) => ReadOnlyChanged?.Invoke(this, ValueEventArgs<bool>.Get(newReadOnlyValue));

    protected virtual void OnValueChanged(object? newValue) => ValueChanged?.Invoke(this, ValueEventArgs<object?>.Get(newValue));

    protected virtual string PropertyValueToString(object? value) => value?.ToString() ?? "(nothing)";

    protected virtual bool ValidateNewValue(object? newValue) => true;

    protected void VerifyNotReadOnly()
    {
        if (_readOnly) throw new InvalidOperationException($"{Name} is read-only now.");
    }
}
