namespace PaintDotNet.AppModel;

/// <summary>What a plugin says of itself; unchangeable from when the plugin is constructed.</summary>
public abstract record PluginOptions
{
    internal PluginOptions()
    {
    }

    /// <summary>A copy can be changed again.</summary>
    protected PluginOptions(PluginOptions cloneFrom)
    {
    }

    public bool IsFrozen { get; private set; }

    internal void Freeze()
    {
        if (IsFrozen) return;
        IsFrozen = true;
        OnFrozen();
    }

    protected virtual void OnFrozen()
    {
    }

    protected void VerifyNotFrozen()
    {
        if (IsFrozen) throw new InvalidOperationException("The options can no longer be changed.");
    }
}
