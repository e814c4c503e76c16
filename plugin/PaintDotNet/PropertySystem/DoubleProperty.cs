using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

/// <summary>A number.</summary>
public sealed class DoubleProperty : ScalarProperty<double>, ICloneable, INotifyPropertyChanged
{
    public DoubleProperty(object name)
        : this(name, 0)
    {
    }

    public DoubleProperty(object name, double defaultValue)
        : this(name, defaultValue, double.MinValue, double.MaxValue, false)
    {
    }

    public DoubleProperty(object name, double defaultValue, double minValue, double maxValue)
        : this(name, defaultValue, minValue, maxValue, false)
    {
    }

    public DoubleProperty(object name, double defaultValue, double minValue, double maxValue, bool readOnly)
        : this(name, defaultValue, minValue, maxValue, readOnly, DefaultValueValidationFailureResult)
    {
    }

    public DoubleProperty(object name, double defaultValue, double minValue, double maxValue, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, minValue, maxValue, readOnly, vvfResult)
    {
    }

    private DoubleProperty(DoubleProperty original)
        : base(original)
    {
    }

    public override Property Clone() => new DoubleProperty(this);
}
