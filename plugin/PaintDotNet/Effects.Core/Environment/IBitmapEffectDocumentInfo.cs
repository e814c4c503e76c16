using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

/// <summary>A document.</summary>
public interface IBitmapEffectDocumentInfo : IEffectDocumentInfo, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    new IReadOnlyList<IBitmapEffectLayerInfo> Layers { get; }
}
