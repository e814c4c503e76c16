using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

/// <summary>
/// Keeps a managed array in place while native Mats read it. OpenCV does not count references to memory that it did not
/// allocate, so every Mat over the array, sub-mats included, holds a share; the last one unpins.
/// </summary>
internal sealed class PinnedArray
{
    private GCHandle _pin;
    private int _shares;

    internal PinnedArray(Array array)
    {
        _pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        ByteCount = array.LongLength * RuntimeHelpers.SizeOf(array.GetType().GetElementType()!.TypeHandle);
    }

    internal long ByteCount { get; }

    internal IntPtr Address => _pin.AddrOfPinnedObject();

    internal bool IsPinned => _pin.IsAllocated;

    internal void Share() => Interlocked.Increment(ref _shares);

    internal void Release()
    {
        if (Interlocked.Decrement(ref _shares) == 0)
            _pin.Free();
    }
}
