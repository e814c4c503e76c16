using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// Owns one native tensor handle. The runtime keeps it open while a native call uses it, so a tensor that is collected or disposed by
/// another thread in the middle of a call cannot pull the memory from under libtorch.
/// </summary>
internal sealed class TensorHandle : SafeHandle
{
    private static long _live;
    private static long _peak;

    /// <summary>Made by generated code around a native call; becomes valid when the call returns a tensor.</summary>
    public TensorHandle()
        : base(IntPtr.Zero, ownsHandle: true)
    {
    }

    private TensorHandle(bool ownsHandle)
        : base(IntPtr.Zero, ownsHandle)
    {
    }

    /// <summary>Stands for a tensor that was not given.</summary>
    public static TensorHandle None { get; } = new(ownsHandle: false);

    /// <summary>Native tensors alive in this process.</summary>
    public static long Live => Interlocked.Read(ref _live);

    /// <summary>The most native tensors that were alive at once.</summary>
    public static long Peak => Interlocked.Read(ref _peak);

    /// <summary>Starts the count of the most anew, for tests.</summary>
    public static void ResetPeak() => Interlocked.Exchange(ref _peak, Live);

    public override bool IsInvalid => handle == IntPtr.Zero;

    /// <summary>Takes over a handle that native code wrote somewhere else than its return value.</summary>
    public static TensorHandle Own(IntPtr native)
    {
        var owner = new TensorHandle();
        owner.SetHandle(native);
        return owner;
    }

    /// <summary>Counts one more among the living; called when a <see cref="torch.Tensor"/> takes a new handle.</summary>
    public static void CountOne()
    {
        var live = Interlocked.Increment(ref _live);
        var peak = Peak;
        while (live > peak)
        {
            var seen = Interlocked.CompareExchange(ref _peak, live, peak);
            if (seen == peak) break;
            peak = seen;
        }
    }

    /// <summary>Gives the native handle away: this object no longer frees it.</summary>
    public IntPtr Release()
    {
        var native = handle;
        SetHandleAsInvalid();
        Interlocked.Decrement(ref _live);
        return native;
    }

    protected override bool ReleaseHandle()
    {
        NativeMethods.pdn_free(handle);
        Interlocked.Decrement(ref _live);
        return true;
    }
}
