using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;

namespace PaintDotNet.Effects;

/// <summary>Pixels that an effect may read.</summary>
public interface IEffectInputBitmap : IBitmapSource, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IColorContext? ColorContext { get; }

    IBitmapLock Lock(RectInt32 rect);
}
