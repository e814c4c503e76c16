namespace PaintDotNet.Effects;

/// <summary>What an effect says of itself.</summary>
public interface IEffectOptions
{
    bool IsConfigurable { get; }
}
