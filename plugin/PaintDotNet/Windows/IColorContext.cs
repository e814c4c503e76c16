using PaintDotNet.ComponentModel;

namespace PaintDotNet.Imaging;

/// <summary>A colour profile.</summary>
public interface IColorContext : IObjectRef, IIsDisposed, IDisposable, IEquatable<IColorContext>, IInternalImpl
{
    ReadOnlyMemory<byte> GetProfileBytes();
}
