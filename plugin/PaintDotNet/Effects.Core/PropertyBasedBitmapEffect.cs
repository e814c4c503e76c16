using System.Drawing;
using PaintDotNet.Imaging;
using PaintDotNet.IndirectUI;
using PaintDotNet.PropertySystem;

namespace PaintDotNet.Effects;

/// <summary>An effect whose settings are properties and whose dialog the application makes of them.</summary>
public abstract class PropertyBasedBitmapEffect : BitmapEffect<PropertyBasedEffectConfigToken>
{
    protected PropertyBasedBitmapEffect(string name, IBitmapSource image, string? submenuName, BitmapEffectOptions options)
        : base(name, image, submenuName, options)
    {
    }

    protected PropertyBasedBitmapEffect(string name, Image image, string? submenuName, BitmapEffectOptions options)
        : base(name, image, submenuName, options)
    {
    }

    protected PropertyBasedBitmapEffect(string name, string? submenuName, BitmapEffectOptions options)
        : base(name, submenuName, options)
    {
    }

    public static ControlInfo CreateDefaultConfigUI(IEnumerable<Property> props) => ControlInfo.CreateDefaultConfigUI(props);

    public ControlInfo CreateConfigUI(PropertyCollection props) => OnCreateConfigUI(props);

    public PropertyCollection CreatePropertyCollection() => OnCreatePropertyCollection();

    internal PropertyCollection CreateWindowProperties()
    {
        PropertyCollection properties = PropertyControls.OfWindow(Name);
        OnCustomizeConfigUIWindowProperties(properties);
        return properties;
    }

    protected override sealed IEffectConfigForm OnCreateConfigForm() => throw new NotSupportedException("The test host makes the dialog by itself.");

    protected virtual ControlInfo OnCreateConfigUI(PropertyCollection props) => CreateDefaultConfigUI(props);

    protected abstract PropertyCollection OnCreatePropertyCollection();

    protected virtual void OnCustomizeConfigUIWindowProperties(PropertyCollection props)
    {
    }
}
