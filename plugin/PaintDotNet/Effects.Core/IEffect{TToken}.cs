using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

/// <summary>An effect with settings of one type.</summary>
public interface IEffect<TToken> : IEffect, IObjectRef, IIsDisposed, IDisposable
    where TToken : EffectConfigToken
{
}
