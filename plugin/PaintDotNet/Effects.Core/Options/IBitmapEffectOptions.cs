namespace PaintDotNet.Effects;

/// <summary>What an effect on bitmaps says of itself.</summary>
public interface IBitmapEffectOptions : IEffectOptions
{
}
