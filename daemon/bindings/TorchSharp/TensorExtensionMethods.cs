using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    /// <summary>Bytes a number.</summary>
    public static int ElementSize(this torch.ScalarType type) => ElementTypes.SizeOf(type);

    /// <summary>How many numbers a tensor of this shape holds.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => checked(product * size));

    /// <summary>A parameter over the tensor's memory; the tensor is as if disposed.</summary>
    public static Parameter AsParameter(this torch.Tensor tensor) => new(tensor);

    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();

    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();
}
