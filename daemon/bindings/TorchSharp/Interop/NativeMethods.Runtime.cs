using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Errors, threads, random numbers, grad mode and CUDA: runtime.cpp.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial IntPtr pdn_last_error();

    [LibraryImport(Library)]
    internal static partial IntPtr pdn_version();

    [LibraryImport(Library)]
    internal static partial int pdn_get_num_threads();

    [LibraryImport(Library)]
    internal static partial int pdn_set_num_threads(int count);

    [LibraryImport(Library)]
    internal static partial int pdn_get_num_interop_threads();

    [LibraryImport(Library)]
    internal static partial int pdn_set_num_interop_threads(int count);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool pdn_grad_enabled();

    [LibraryImport(Library)]
    internal static partial void pdn_set_grad_enabled([MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool pdn_inference_mode_enabled();

    [LibraryImport(Library)]
    internal static partial IntPtr pdn_inference_mode_enter([MarshalAs(UnmanagedType.U1)] bool enabled);

    [LibraryImport(Library)]
    internal static partial void pdn_inference_mode_leave(IntPtr mode);

    [LibraryImport(Library)]
    internal static partial int pdn_manual_seed(long seed);

    [LibraryImport(Library)]
    internal static partial GeneratorHandle pdn_generator_default();

    [LibraryImport(Library)]
    internal static partial GeneratorHandle pdn_generator_new(ulong seed);

    [LibraryImport(Library)]
    internal static partial void pdn_generator_free(IntPtr handle);

    [LibraryImport(Library)]
    internal static partial long pdn_generator_initial_seed(GeneratorHandle generator);

    [LibraryImport(Library)]
    internal static partial int pdn_generator_seed(GeneratorHandle generator, long seed);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_generator_get_state(GeneratorHandle generator);

    [LibraryImport(Library)]
    internal static partial int pdn_generator_set_state(GeneratorHandle generator, TensorHandle state);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool pdn_cuda_is_available();

    [LibraryImport(Library)]
    internal static partial int pdn_cuda_device_count();

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool pdn_cudnn_is_available();

    [LibraryImport(Library)]
    internal static partial int pdn_cuda_synchronize(int index);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool pdn_allow_tf32_cublas();

    [LibraryImport(Library)]
    internal static partial void pdn_set_allow_tf32_cublas([MarshalAs(UnmanagedType.U1)] bool allow);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    internal static partial bool pdn_allow_tf32_cudnn();

    [LibraryImport(Library)]
    internal static partial void pdn_set_allow_tf32_cudnn([MarshalAs(UnmanagedType.U1)] bool allow);
}
