using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

// tensor() copies; from_array() shares the array's memory if neither type nor device change.
public static partial class torch
{
    public static Tensor tensor(
        float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<float>(rawArray, [rawArray.LongLength], ScalarType.Float32, dtype, device, requires_grad, names);

    public static Tensor tensor(
        float[] rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<float>(rawArray, dimensions, ScalarType.Float32, dtype, device, requires_grad, names);

    public static Tensor tensor(
        double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<double>(rawArray, [rawArray.LongLength], ScalarType.Float64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        double[] rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<double>(rawArray, dimensions, ScalarType.Float64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        Half[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<Half>(rawArray, [rawArray.LongLength], ScalarType.Float16, dtype, device, requires_grad, names);

    public static Tensor tensor(
        Half[] rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<Half>(rawArray, dimensions, ScalarType.Float16, dtype, device, requires_grad, names);

    public static Tensor tensor(
        BFloat16[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<BFloat16>(rawArray, [rawArray.LongLength], ScalarType.BFloat16, dtype, device, requires_grad, names);

    public static Tensor tensor(
        BFloat16[] rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<BFloat16>(rawArray, dimensions, ScalarType.BFloat16, dtype, device, requires_grad, names);

    public static Tensor tensor(
        long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<long>(dataArray, [dataArray.LongLength], ScalarType.Int64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        long[] dataArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<long>(dataArray, dimensions, ScalarType.Int64, dtype, device, requires_grad, names);

    public static Tensor tensor(
        int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<int>(rawArray, [rawArray.LongLength], ScalarType.Int32, dtype, device, requires_grad, names);

    public static Tensor tensor(
        int[] rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<int>(rawArray, dimensions, ScalarType.Int32, dtype, device, requires_grad, names);

    public static Tensor tensor(
        byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<byte>(rawArray, [rawArray.LongLength], ScalarType.Byte, dtype, device, requires_grad, names);

    public static Tensor tensor(
        byte[] rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<byte>(rawArray, dimensions, ScalarType.Byte, dtype, device, requires_grad, names);

    public static Tensor tensor(
        bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<bool>(rawArray, [rawArray.LongLength], ScalarType.Bool, dtype, device, requires_grad, names);

    public static Tensor tensor(
        bool[] rawArray, ReadOnlySpan<long> dimensions,
        ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied<bool>(rawArray, dimensions, ScalarType.Bool, dtype, device, requires_grad, names);

    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Copied<float>([scalar], [], ScalarType.Float32, null, device, requires_grad, null);

    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) =>
        Copied<int>([scalar], [], ScalarType.Int32, null, device, requires_grad, null);

    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) =>
        Copied<byte>([scalar], [], ScalarType.Byte, null, device, requires_grad, null);

    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copied<double>([scalar], [], ScalarType.Float64, dtype, device, requires_grad, null);

    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copied<long>([scalar], [], ScalarType.Int64, dtype, device, requires_grad, null);

    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copied<bool>([scalar], [], ScalarType.Bool, dtype, device, requires_grad, null);

    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor of the array's shape. It uses the array's own memory, pinned, unless it must convert.</summary>
    /// <exception cref="ArgumentException">libtorch has no type for the array's elements.</exception>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var element = rawArray.GetType().GetElementType();
        if (element is null || ElementTypes.Of(element) is not { } type)
            throw new ArgumentException($"libtorch has no element type for {element}.", nameof(rawArray));
        var sizes = new long[rawArray.Rank];
        for (var i = 0; i < sizes.Length; i++) sizes[i] = rawArray.GetLongLength(i);
        // The runtime refuses to pin an array of bool.
        var tensor = type == ScalarType.Bool ? CopiedBools(rawArray, sizes) : Shared(rawArray, sizes, type);
        return Finish(tensor, dtype, device, requires_grad, names);
    }

    private static unsafe Tensor Shared(Array array, long[] sizes, ScalarType type)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        try
        {
            return Tensor.New(NativeMethods.pdn_from_memory(
                pin.AddrOfPinnedObject(), sizes, sizes.Length, (int)type, &Unpin, GCHandle.ToIntPtr(pin)));
        }
        catch
        {
            pin.Free();
            throw;
        }
    }

    // libtorch calls this when the last tensor over the array's memory is gone, on whichever thread that happens.
    [UnmanagedCallersOnly]
    private static void Unpin(IntPtr handle) => GCHandle.FromIntPtr(handle).Free();

    private static Tensor CopiedBools(Array array, long[] sizes)
    {
        var tensor = empty(sizes, ScalarType.Bool, CPU);
        var bytes = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), array.Length);
        bytes.CopyTo(tensor.bytes);
        return tensor;
    }

    private static unsafe Tensor Copied<T>(
        ReadOnlySpan<T> numbers, ReadOnlySpan<long> sizes, ScalarType type,
        ScalarType? wanted, Device? device, bool requiresGrad, string[]? names)
        where T : unmanaged
    {
        var tensor = empty(sizes, type, CPU);
        if (tensor.NumberOfElements != numbers.Length)
        {
            using (tensor)
            {
                throw new ArgumentException(
                    $"A tensor of shape [{string.Join(", ", sizes.ToArray())}] holds {tensor.NumberOfElements} numbers, " +
                    $"and {numbers.Length} were given.");
            }
        }

        numbers.CopyTo(new Span<T>((void*)tensor.Address(contiguous: true), numbers.Length));
        return Finish(tensor, wanted, device, requiresGrad, names);
    }

    private static Tensor Finish(Tensor tensor, ScalarType? wanted, Device? device, bool requiresGrad, string[]? names)
    {
        var (type, place) = Defaults(wanted ?? tensor.dtype, device, names);
        if (type != tensor.dtype || place.type != DeviceType.CPU) tensor = tensor.to(type, place, disposeAfter: true);
        return requiresGrad ? tensor.requires_grad_() : tensor;
    }
}
