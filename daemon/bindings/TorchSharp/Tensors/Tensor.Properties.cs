using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>How many dimensions the shape has.</summary>
        public long Dimensions => NativeMethods.pdn_dim(Native);

        public long ndim => Dimensions;

        /// <summary>How many numbers the tensor holds.</summary>
        public long NumberOfElements => NativeMethods.pdn_numel(Native);

        /// <summary>Bytes a number.</summary>
        public long ElementSize => NativeMethods.pdn_element_size(Native);

        public long[] shape
        {
            get
            {
                var sizes = new long[Dimensions];
                NativeMethods.pdn_sizes(Native, sizes);
                return sizes;
            }
        }

        public ScalarType dtype => (ScalarType)NativeMethods.pdn_dtype(Native);

        public Device device => new(device_type, device_index);

        public DeviceType device_type => (DeviceType)NativeMethods.pdn_device_type(Native);

        /// <summary>Which of several devices of its type; -1 on the CPU.</summary>
        public int device_index => NativeMethods.pdn_device_index(Native);

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_leaf => NativeMethods.pdn_is_leaf(Native);

        /// <summary>The transpose of a matrix.</summary>
        public Tensor T => t();

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long element_size() => ElementSize;

        public long[] size() => shape;

        /// <param name="dim">Negative: from the last.</param>
        /// <exception cref="ArgumentOutOfRangeException">The shape has no such dimension.</exception>
        public long size(int dim) => Of(shape, dim);

        /// <summary>For each dimension, how far apart its elements lie in memory, in elements.</summary>
        public long[] stride()
        {
            var strides = new long[Dimensions];
            NativeMethods.pdn_strides(Native, strides);
            return strides;
        }

        /// <param name="dim">Negative: from the last.</param>
        /// <exception cref="ArgumentOutOfRangeException">The shape has no such dimension.</exception>
        public long stride(int dim) => Of(stride(), dim);

        public long storage_offset() => NativeMethods.pdn_storage_offset(Native);

        /// <summary>Whether the numbers lie in memory in the order of the indices, without gaps.</summary>
        public bool is_contiguous() => NativeMethods.pdn_is_contiguous(Native);

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_integral() => torch.is_integral(dtype);

        public bool is_floating_point() => torch.is_floating_point(dtype);

        public bool is_complex() => torch.is_complex(dtype);

        private static long Of(long[] values, int dim)
        {
            var index = dim < 0 ? dim + values.Length : dim;
            return (uint)index < (uint)values.Length
                ? values[index]
                : throw new ArgumentOutOfRangeException(nameof(dim), dim, $"The tensor has {values.Length} dimensions.");
        }
    }
}
