using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds every device's random numbers, in every thread.</summary>
    public static Generator manual_seed(long seed)
    {
        NativeMethods.Check(NativeMethods.pdn_manual_seed(seed));
        return Generator.Default;
    }

    /// <summary>The state of the CPU's random numbers, as a tensor of bytes to save.</summary>
    public static Tensor get_rng_state()
    {
        using var generator = Generator.Default;
        return generator.get_state();
    }

    public static void set_rng_state(Tensor new_state)
    {
        using var generator = Generator.Default;
        generator.set_state(new_state);
    }

    /// <summary>A source of random numbers on the CPU.</summary>
    public class Generator : IDisposable
    {
        private readonly GeneratorHandle _native;

        /// <param name="seed">Equal seeds give equal numbers.</param>
        /// <param name="device">The CPU: this binding has no generators for other devices.</param>
        public Generator(ulong seed = 0, Device? device = null)
        {
            if (device is not null && device.type != DeviceType.CPU)
                throw new NotSupportedException($"This binding has generators for the CPU alone, not for {device}.");
            _native = NativeMethods.pdn_generator_new(seed);
        }

        private Generator(GeneratorHandle native) => _native = native;

        /// <summary>The generator that calls use when they are given none.</summary>
        public static Generator Default => new(NativeMethods.pdn_generator_default());

        public Device device { get; } = CPU;

        public IntPtr Handle => _native.DangerousGetHandle();

        internal static GeneratorHandle Optional(Generator? generator) => generator?._native ?? GeneratorHandle.None;

        public long initial_seed() => NativeMethods.pdn_generator_initial_seed(_native);

        public Generator manual_seed(long seed)
        {
            NativeMethods.Check(NativeMethods.pdn_generator_seed(_native, seed));
            return this;
        }

        public Tensor get_state() => Tensor.New(NativeMethods.pdn_generator_get_state(_native));

        public void set_state(Tensor value) => NativeMethods.Check(NativeMethods.pdn_generator_set_state(_native, value.Native));

        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (disposing) _native.Dispose();
        }
    }
}
