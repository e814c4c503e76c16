using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

/// <summary>Colours by number.</summary>
public interface IPalette : IObjectRef, IIsDisposed, IDisposable, IInternalImpl
{
    IReadOnlyList<ColorBgra32> Colors { get; }
}
