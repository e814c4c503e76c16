using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor alias() => New(NativeMethods.pdn_alias(Native));

        public Tensor clone() => New(NativeMethods.pdn_clone(Native));

        public Tensor contiguous() => New(NativeMethods.pdn_contiguous(Native));

        public Tensor copy_(Tensor source, bool nonBlocking = false) =>
            Done(NativeMethods.pdn_copy_(Native, source.Native, nonBlocking));

        /// <summary>Makes this tensor another's memory, in the other's shape: what changes one changes both.</summary>
        public Tensor set_(Tensor source) => Done(NativeMethods.pdn_set_(Native, source.Native));

        public Tensor cpu() => to(DeviceType.CPU);

        public Tensor cuda(Device? device = null, bool non_blocking = false) =>
            to(device ?? CUDA, non_blocking: non_blocking);

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to_type(type, copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Convert(-1, device.type, device.index, copy, disposeAfter, non_blocking);

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Convert(-1, deviceType, deviceIndex, copy, disposeAfter, non_blocking);

        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Convert((int)type, device.type, device.index, copy, disposeAfter, non_blocking);

        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype, other.device, non_blocking: non_blocking);

        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            Convert((int)type, null, -1, copy, disposeAfter, non_blocking);

        public Tensor type(ScalarType dtype) => to_type(dtype);

        public Tensor type_as(Tensor tensor) => to_type(tensor.dtype);

        public Tensor @float() => to_type(ScalarType.Float32);

        public Tensor @double() => to_type(ScalarType.Float64);

        public Tensor half() => to_type(ScalarType.Float16);

        public Tensor bfloat16() => to_type(ScalarType.BFloat16);

        public Tensor @byte() => to_type(ScalarType.Byte);

        public Tensor @int() => to_type(ScalarType.Int32);

        public Tensor @long() => to_type(ScalarType.Int64);

        public Tensor @bool() => to_type(ScalarType.Bool);

        public Tensor permute(params long[] permutation) =>
            New(NativeMethods.pdn_permute(Native, permutation, permutation.Length));

        public Tensor transpose(long dim0, long dim1) => New(NativeMethods.pdn_transpose(Native, dim0, dim1));

        public Tensor t() => Dimensions < 2 ? alias() : transpose(0, 1);

        public Tensor narrow(long dim, long start, long length) => New(NativeMethods.pdn_narrow(Native, dim, start, length));

        public unsafe Tensor slice(long dim, long start, long finish, long step) =>
            New(NativeMethods.pdn_slice(Native, dim, &start, &finish, step));

        public Tensor select(long dim, long index) => New(NativeMethods.pdn_select(Native, dim, index));

        public Tensor view(params long[] shape) => New(NativeMethods.pdn_view(Native, shape, shape.Length));

        public Tensor view_as(Tensor other) => view(other.shape);

        public Tensor reshape(params long[] shape) => New(NativeMethods.pdn_reshape(Native, shape, shape.Length));

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => New(NativeMethods.pdn_flatten(Native, start_dim, end_dim));

        public Tensor expand(params long[] sizes) => expand(sizes, isImplicit: false);

        public Tensor expand(long[] sizes, bool isImplicit = false) =>
            New(NativeMethods.pdn_expand(Native, sizes, sizes.Length, isImplicit));

        public Tensor expand_as(Tensor other) => expand(other.shape, isImplicit: false);

        public Tensor repeat(params long[] sizes) => New(NativeMethods.pdn_repeat(Native, sizes, sizes.Length));

        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => size.Length == strides.Length
            ? New(NativeMethods.pdn_as_strided(Native, size, strides, size.Length, storageOffset))
            : throw new ArgumentException($"{size.Length} sizes need as many strides, and {strides.Length} were given.", nameof(strides));

        public Tensor unsqueeze(long dim) => New(NativeMethods.pdn_unsqueeze(Native, dim));

        public unsafe Tensor squeeze(long? dim = null)
        {
            var value = dim.GetValueOrDefault();
            return New(NativeMethods.pdn_squeeze(Native, dim.HasValue ? &value : null));
        }

        public Tensor flip(params long[] dims) => New(NativeMethods.pdn_flip(Native, dims, dims.Length));

        public Tensor fliplr() => flip(1);

        public Tensor flipud() => flip(0);

        public Tensor roll(long[] shifts, long[] dims) =>
            New(NativeMethods.pdn_roll(Native, shifts, shifts.Length, dims, dims.Length));

        /// <summary>Views of equal length along <paramref name="dim"/>, the last one shorter if it must be.</summary>
        public Tensor[] split(long size, int dim = 0)
        {
            var length = this.size(dim);
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
            return [.. Pieces(length, size).Select(piece => narrow(dim, piece.Start, piece.Length))];
        }

        /// <summary>Views of these lengths along <paramref name="dim"/>.</summary>
        public Tensor[] split(long[] sizes, long dim = 0)
        {
            var starts = new long[sizes.Length];
            for (var i = 1; i < sizes.Length; i++) starts[i] = starts[i - 1] + sizes[i - 1];
            var length = size((int)dim);
            if (sizes.Sum() != length)
                throw new ArgumentException($"The sizes add up to {sizes.Sum()}, and dimension {dim} has {length}.", nameof(sizes));
            return [.. sizes.Select((size, i) => narrow(dim, starts[i], size))];
        }

        /// <summary>At most this many views along <paramref name="dim"/>.</summary>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chunks);
            var length = size((int)dim);
            return split(Math.Max(1, (length + chunks - 1) / chunks), (int)dim);
        }

        /// <summary>One view for each index of <paramref name="dimension"/>, without that dimension.</summary>
        public Tensor[] unbind(long dimension = 0)
        {
            var views = new Tensor[size((int)dimension)];
            for (var i = 0; i < views.Length; i++) views[i] = select(dimension, i);
            return views;
        }

        private static IEnumerable<(long Start, long Length)> Pieces(long length, long size)
        {
            for (long start = 0; start < length; start += size) yield return (start, Math.Min(size, length - start));
        }

        private Tensor Convert(int type, DeviceType? deviceType, int index, bool copy, bool disposeAfter, bool nonBlocking)
        {
            var result = New(NativeMethods.pdn_to(Native, type, (int?)deviceType ?? -1, index, nonBlocking, copy));
            if (disposeAfter) Dispose();
            return result;
        }
    }
}
