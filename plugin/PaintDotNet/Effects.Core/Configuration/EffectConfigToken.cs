namespace PaintDotNet.Effects;

/// <summary>An effect's settings.</summary>
public abstract class EffectConfigToken : ICloneable
{
    protected EffectConfigToken()
    {
    }

    protected EffectConfigToken(EffectConfigToken copyMe)
    {
    }

    public abstract object Clone();
}
