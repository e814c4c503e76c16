using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

/// <summary>A whole number.</summary>
public sealed class Int32Property : ScalarProperty<int>, ICloneable, INotifyPropertyChanged
{
    public Int32Property(object name)
        : this(name, 0)
    {
    }

    public Int32Property(object name, int defaultValue)
        : this(name, defaultValue, int.MinValue, int.MaxValue, false)
    {
    }

    public Int32Property(object name, int defaultValue, int minValue, int maxValue)
        : this(name, defaultValue, minValue, maxValue, false)
    {
    }

    public Int32Property(object name, int defaultValue, int minValue, int maxValue, bool readOnly)
        : this(name, defaultValue, minValue, maxValue, readOnly, DefaultValueValidationFailureResult)
    {
    }

    public Int32Property(object name, int defaultValue, int minValue, int maxValue, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, minValue, maxValue, readOnly, vvfResult)
    {
    }

    private Int32Property(Int32Property original)
        : base(original)
    {
    }

    public override Property Clone() => new Int32Property(this);

    protected override int OnCoerceValueT(object newValue) => newValue switch
    {
        double number => (int)number,
        float number => (int)number,
        _ => base.OnCoerceValueT(newValue),
    };
}
