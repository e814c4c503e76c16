namespace PaintDotNet.Effects;

/// <summary>What an effect on bitmaps says of itself.</summary>
public record BitmapEffectOptions : BitmapEffectOptionsFactory, IBitmapEffectOptions, IEffectOptions
{
    internal BitmapEffectOptions()
    {
    }

    protected BitmapEffectOptions(BitmapEffectOptions original)
        : base(original)
    {
    }
}
