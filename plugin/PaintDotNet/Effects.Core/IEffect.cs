using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

/// <summary>An effect, as its dialog sees it.</summary>
public interface IEffect : IObjectRef, IIsDisposed, IDisposable
{
    IEffectEnvironment Environment { get; }

    IEffectOptions Options { get; }

    IServiceProvider Services { get; }
}
