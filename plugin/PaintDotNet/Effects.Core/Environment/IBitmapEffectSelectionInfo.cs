using PaintDotNet.ComponentModel;

namespace PaintDotNet.Effects;

/// <summary>What is selected.</summary>
public interface IBitmapEffectSelectionInfo : IEffectSelectionInfo, IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
}
