namespace PaintDotNet.Effects;

/// <summary>Which menu an effect is in.</summary>
public enum EffectCategory
{
    Effect = 0,
    Adjustment = 1,
    DoNotDisplay = 2,
}
