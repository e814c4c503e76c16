using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns one native random number generator.</summary>
internal sealed class GeneratorHandle : SafeHandle
{
    public GeneratorHandle()
        : base(IntPtr.Zero, ownsHandle: true)
    {
    }

    private GeneratorHandle(bool ownsHandle)
        : base(IntPtr.Zero, ownsHandle)
    {
    }

    /// <summary>Stands for a generator that was not given: libtorch takes its own.</summary>
    public static GeneratorHandle None { get; } = new(ownsHandle: false);

    public override bool IsInvalid => handle == IntPtr.Zero;

    protected override bool ReleaseHandle()
    {
        NativeMethods.pdn_generator_free(handle);
        return true;
    }
}
