using PaintDotNet.ComponentModel;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>What an effect on bitmaps works on.</summary>
public interface IBitmapEffectEnvironment : IEffectEnvironment2, IEffectEnvironment, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    new IBitmapEffectDocumentInfo Document { get; }

    IImagingFactory ImagingFactory { get; }

    new IBitmapEffectSelectionInfo Selection { get; }
}
