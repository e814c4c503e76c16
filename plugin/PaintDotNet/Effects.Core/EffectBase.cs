using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

/// <summary>What all effects are. Nothing of its surroundings is there before the constructor has ended.</summary>
public abstract class EffectBase : RefTrackedObject
{
    private IServiceProvider? _services;
    private EffectConfigToken? _token;

    internal EffectBase()
    {
    }

    /// <summary>Must not be kept: each rendering has its own.</summary>
    protected CancellationToken CancellationToken { get; private set; }

    protected bool IsCancelRequested => CancellationToken.IsCancellationRequested;

    /// <exception cref="InvalidOperationException">Asked for in the constructor.</exception>
    protected IServiceProvider Services => _services ?? throw TooEarly(nameof(Services));

    /// <exception cref="InvalidOperationException">Asked for before it was set.</exception>
    protected EffectConfigToken Token => _token ?? throw TooEarly(nameof(Token));

    internal void Attach(IServiceProvider services) => _services = services;

    internal void BeginRendering(CancellationToken cancellationToken) => CancellationToken = cancellationToken;

    internal void KeepToken(EffectConfigToken? token) => _token = token;

    protected override sealed void Dispose(bool disposing)
    {
        OnDispose(disposing);
        base.Dispose(disposing);
    }

    protected virtual IEffectConfigForm OnCreateConfigForm() => throw new NotSupportedException("The effect has no dialog of its own.");

    protected virtual void OnDispose(bool disposing)
    {
    }

    private protected static InvalidOperationException TooEarly(string what) => new($"{what} is not there yet: it must not be used in the constructor.");
}
