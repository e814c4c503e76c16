using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

/// <summary>What an effect works on, since 5.1.</summary>
public interface IEffectEnvironment2 : IEffectEnvironment, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
}
