using PaintDotNet.PropertySystem;

namespace PaintDotNet.IndirectUI;

/// <summary>Controls below each other.</summary>
public sealed class PanelControlInfo : ControlInfo, ICloneable
{
    public PanelControlInfo()
        : base(PropertyCollection.CreateEmpty())
    {
    }

    private PanelControlInfo(PanelControlInfo original)
        : base(original)
    {
    }

    public T AddChildControl<T>(T controlInfo)
        where T : ControlInfo
    {
        ArgumentNullException.ThrowIfNull(controlInfo);
        GetChildControlsCore().Add(controlInfo);
        return controlInfo;
    }

    public override ControlInfo Clone() => new PanelControlInfo(this);

    public void RemoveChildControl(ControlInfo controlInfo) => GetChildControlsCore().Remove(controlInfo);
}
