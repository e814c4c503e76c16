using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>libtorch, as Python's <c>torch</c> shows it.</summary>
public static partial class torch
{
    /// <summary>The version of libtorch that the shim was built against, for example "1.13.0".</summary>
    public static string __version__ => Marshal.PtrToStringUTF8(NativeMethods.pdn_version()) ?? "";

    /// <summary>The innermost scope of this thread; null outside all scopes.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.OfThread.Innermost;

    /// <summary>Opens a scope on this thread that owns the tensors created from now on, until it is disposed.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.Open();

    /// <summary>Runs an expression in a scope of its own: all its tensors but the result are disposed.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        using var scope = NewDisposeScope();
        return expr().MoveToOuterDisposeScope();
    }

    /// <summary>How many threads work on one call.</summary>
    public static int get_num_threads() => NativeMethods.pdn_get_num_threads();

    public static void set_num_threads(int num) => NativeMethods.Check(NativeMethods.pdn_set_num_threads(num));

    public static int get_num_interop_threads() => NativeMethods.pdn_get_num_interop_threads();

    /// <exception cref="ExternalException">It was set before, or work has begun: it can be set once.</exception>
    public static void set_num_interop_threads(int num) => NativeMethods.Check(NativeMethods.pdn_set_num_interop_threads(num));

    public static bool is_grad_enabled() => NativeMethods.pdn_grad_enabled();

    public static bool is_inference_mode_enabled() => NativeMethods.pdn_inference_mode_enabled();

    /// <summary>No gradients on this thread until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradMode(enabled: false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>
    /// As <see cref="no_grad"/>, and the tensors made meanwhile can never take part in gradients, which saves bookkeeping. Dispose on the
    /// same thread, innermost first.
    /// </summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_tensor(object obj) => obj is Tensor;

    private sealed class GradMode : IDisposable
    {
        private readonly bool _previous = NativeMethods.pdn_grad_enabled();

        public GradMode(bool enabled) => NativeMethods.pdn_set_grad_enabled(enabled);

        public void Dispose() => NativeMethods.pdn_set_grad_enabled(_previous);
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private IntPtr _native = NativeMethods.pdn_inference_mode_enter(enabled);

        public void Dispose()
        {
            var native = Interlocked.Exchange(ref _native, IntPtr.Zero);
            if (native != IntPtr.Zero) NativeMethods.pdn_inference_mode_leave(native);
        }
    }

    /// <summary>CUDA devices.</summary>
    public static class cuda
    {
        public static bool is_available() => NativeMethods.pdn_cuda_is_available();

        public static bool is_cudnn_available() => NativeMethods.pdn_cudnn_is_available();

        public static int device_count() => NativeMethods.pdn_cuda_device_count();

        /// <summary>Waits until the device has done what it was given.</summary>
        public static void synchronize(Device? device = null) =>
            NativeMethods.Check(NativeMethods.pdn_cuda_synchronize(device?.index ?? -1));

        public static void manual_seed(long seed) => torch.manual_seed(seed);

        public static void manual_seed_all(long seed) => torch.manual_seed(seed);
    }

    /// <summary>Switches of the libraries below libtorch.</summary>
    public static class backends
    {
        public static class cuda
        {
            public static class matmul
            {
                /// <summary>Whether matrix products may round their operands to TF32.</summary>
                public static bool allow_tf32
                {
                    get => NativeMethods.pdn_allow_tf32_cublas();
                    set => NativeMethods.pdn_set_allow_tf32_cublas(value);
                }
            }
        }

        public static class cudnn
        {
            /// <summary>Whether convolutions may round their operands to TF32.</summary>
            public static bool allow_tf32
            {
                get => NativeMethods.pdn_allow_tf32_cudnn();
                set => NativeMethods.pdn_set_allow_tf32_cudnn(value);
            }
        }
    }
}
