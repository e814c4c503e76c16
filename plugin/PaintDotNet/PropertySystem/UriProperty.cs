using System.ComponentModel;

namespace PaintDotNet.PropertySystem;

/// <summary>An address that the dialog shows as a link.</summary>
public sealed class UriProperty : Property<Uri?>, ICloneable, INotifyPropertyChanged
{
    public UriProperty(object name)
        : this(name, null)
    {
    }

    public UriProperty(object name, Uri? defaultValue)
        : this(name, defaultValue, false)
    {
    }

    public UriProperty(object name, Uri? defaultValue, bool readOnly)
        : this(name, defaultValue, readOnly, DefaultValueValidationFailureResult)
    {
    }

    public UriProperty(object name, Uri? defaultValue, bool readOnly, ValueValidationFailureResult vvfResult)
        : base(name, defaultValue, readOnly, vvfResult)
    {
    }

    private UriProperty(UriProperty original)
        : base(original)
    {
    }

    public override Property Clone() => new UriProperty(this);

    protected override Uri? OnClampNewValueT(Uri? newValue) => newValue;
}
