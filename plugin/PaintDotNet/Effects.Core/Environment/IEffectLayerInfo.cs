using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>A layer. Its bitmap is as large as the document and knows nothing of visibility and opacity.</summary>
public interface IEffectLayerInfo : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    LayerBlendMode BlendMode { get; }

    string Name { get; }

    float Opacity { get; }

    bool Visible { get; }

    IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat);
}
