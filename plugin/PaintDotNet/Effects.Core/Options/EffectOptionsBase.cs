using PaintDotNet.AppModel;

namespace PaintDotNet.Effects;

/// <summary>What an effect says of itself.</summary>
public record EffectOptionsBase : PluginOptions, IEffectOptions
{
    private bool _isConfigurable;

    internal EffectOptionsBase()
    {
    }

    protected EffectOptionsBase(EffectOptionsBase original)
        : base(original) => _isConfigurable = original._isConfigurable;

    /// <summary>Whether it has a dialog.</summary>
    public bool IsConfigurable
    {
        get => _isConfigurable;
        set
        {
            VerifyNotFrozen();
            _isConfigurable = value;
        }
    }
}
