using TorchSharp.Interop;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The tensor's own memory as raw bytes, in the machine's byte order. It is valid while the tensor lives. Setting copies from the
        /// given bytes, whose length must be the tensor's.
        /// </summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous, or not in CPU memory.</exception>
        /// <exception cref="ArgumentException">The tensor has more bytes than a span can hold, or another number than is set.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                var size = NumberOfElements * ElementSize;
                if (size > int.MaxValue)
                    throw new ArgumentException($"A span holds {int.MaxValue} bytes, and the tensor has {size}. Take it in slices.");
                return new Span<byte>((void*)Address(contiguous: true), (int)size);
            }

            set
            {
                var size = NumberOfElements * ElementSize;
                if (size != value.Length)
                    throw new ArgumentException($"The tensor has {size} bytes, and {value.Length} were given.", nameof(value));
                value.CopyTo(new Span<byte>((void*)Address(contiguous: true), value.Length));
            }
        }

        /// <summary>The numbers, as .NET sees them. A tensor on another device is copied to the CPU first.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the .NET type of <see cref="dtype"/>.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            ThrowIfNot<T>();
            return new TensorAccessor<T>(is_cpu() ? this : cpu());
        }

        /// <summary>The number of a tensor that has only one.</summary>
        /// <exception cref="ArgumentException">
        /// It has none or several, or <typeparamref name="T"/> is not the .NET type of <see cref="dtype"/>.
        /// </exception>
        public unsafe T item<T>()
            where T : unmanaged
        {
            if (NumberOfElements != 1)
                throw new ArgumentException($"item() is for tensors of one number; this one has {NumberOfElements}.");
            ThrowIfNot<T>();
            if (is_cpu()) return *(T*)Address(contiguous: false);
            using var copy = cpu();
            return *(T*)copy.Address(contiguous: false);
        }

        /// <summary>The number of a tensor that has only one, whatever its type.</summary>
        public Scalar ToScalar() => dtype switch
        {
            ScalarType.Bool => item<bool>(),
            ScalarType.Byte => item<byte>(),
            ScalarType.Int8 => item<sbyte>(),
            ScalarType.Int16 => item<short>(),
            ScalarType.Int32 => item<int>(),
            ScalarType.Int64 => item<long>(),
            ScalarType.Float32 => item<float>(),
            ScalarType.Float64 => item<double>(),
            _ => WidenedItem(),
        };

        public static explicit operator bool(Tensor value) => value.ToScalar().ToBoolean();

        public static explicit operator int(Tensor value) => value.ToScalar().ToInt32();

        public static explicit operator long(Tensor value) => value.ToScalar().ToInt64();

        public static explicit operator float(Tensor value) => value.ToScalar().ToSingle();

        public static explicit operator double(Tensor value) => value.ToScalar().ToDouble();

        /// <summary>Where the first number lies in CPU memory.</summary>
        internal IntPtr Address(bool contiguous)
        {
            if (contiguous && !is_contiguous())
                throw new InvalidOperationException("The tensor's numbers do not lie in memory in order. Call contiguous() first.");
            if (!is_cpu()) throw new InvalidOperationException($"The tensor lies in the memory of {device}. Call cpu() first.");
            NativeMethods.Check(NativeMethods.pdn_data(Native, out var address));
            return address;
        }

        private Scalar WidenedItem()
        {
            using var wide = to_type(ScalarType.Float64);
            return wide.item<double>();
        }

        private void ThrowIfNot<T>()
            where T : unmanaged
        {
            if (ElementTypes.Of(typeof(T)) is { } type && type == dtype) return;
            throw new ArgumentException($"{typeof(T).Name} is not the .NET type of {dtype}.");
        }
    }
}
