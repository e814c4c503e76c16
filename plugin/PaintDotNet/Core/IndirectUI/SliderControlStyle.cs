namespace PaintDotNet.IndirectUI;

/// <summary>How a slider is painted.</summary>
public enum SliderControlStyle
{
    Default = 0,
    Hue = 1,
    HueCentered = 2,
    SaturationHue = 3,
}
