namespace PaintDotNet.Effects;

/// <summary>An effect's dialog, without the members that need Windows Forms.</summary>
public interface IEffectConfigForm : IIsDisposed, IDisposable
{
    event EventHandler? TokenChanged;

    EffectConfigToken Token { get; set; }

    void Close();

    IEffect? GetEffect();

    void SetEffect(IEffect effect);
}
