using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

/// <summary>A document. Its first layer is the lowest; its bitmap is all visible layers together.</summary>
public interface IEffectDocumentInfo : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IColorContext ColorContext { get; }

    IReadOnlyList<IEffectLayerInfo> Layers { get; }

    PixelFormat PixelFormat { get; }

    SizeInt32 Size { get; }

    IEffectInputBitmap GetBitmap(in PixelFormat pixelFormat);
}
