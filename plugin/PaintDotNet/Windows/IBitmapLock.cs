using PaintDotNet.ComponentModel;
using PaintDotNet.Rendering;

namespace PaintDotNet.Imaging;

/// <summary>Pixels in memory as long as the lock is held. The type of BufferSize changes in 5.2, so it is left out on purpose.</summary>
public unsafe interface IBitmapLock : IObjectRef, IIsDisposed, IDisposable
{
    void* Buffer { get; }

    int BufferStride { get; }

    PixelFormat PixelFormat { get; }

    SizeInt32 Size { get; }
}
