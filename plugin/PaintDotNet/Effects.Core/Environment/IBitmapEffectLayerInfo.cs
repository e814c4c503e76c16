using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

/// <summary>A layer.</summary>
public interface IBitmapEffectLayerInfo : IEffectLayerInfo, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
}
